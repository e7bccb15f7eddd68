package gilbench.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The program's version: that of its jar, {@code dev} when it runs from class files. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"gilbench " + current()};
    }

    static String current() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "dev");
    }
}
