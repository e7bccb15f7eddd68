package gilbench.cli;

import gilbench.profile.Checked;
import gilbench.profile.Diagnosis;
import gilbench.profile.Outlook;
import java.net.URI;
import java.util.List;

/**
 * What {@code profile} found.
 *
 * @param outlooks the first is today's
 * @param checked empty unless that was asked for
 */
record ProfileAnswer(URI address, Diagnosis found, List<Outlook> outlooks, List<Checked> checked) {
    ProfileAnswer {
        outlooks = List.copyOf(outlooks);
        checked = List.copyOf(checked);
    }
}
