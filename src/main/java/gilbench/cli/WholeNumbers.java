package gilbench.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Several whole numbers above 0, ascending and each once.
 *
 * <pre>
 * numbers = part { "," part }
 * part    = digits [ ".." digits ]
 * </pre>
 */
record WholeNumbers(List<Integer> values) {
    private static final int MOST = 4096;

    WholeNumbers {
        values = List.copyOf(values);
    }

    /** The numbers from 1 to {@code last}. */
    static WholeNumbers upTo(int last) {
        return parse("1.." + last);
    }

    /** The numbers that {@code text} names. */
    static WholeNumbers parse(String text) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String[] ends = part.split("\\.\\.", 2);
            int from = number(text, ends[0]);
            int to = ends.length == 1 ? from : number(text, ends[1]);
            if (to < from) {
                throw wrong(text, "must not fall from " + from + " to " + to);
            }
            for (int each = from; each <= to; each++) {
                numbers.add(each);
            }
        }
        return new WholeNumbers(numbers.stream().sorted().distinct().toList());
    }

    private static int number(String text, String digits) {
        if (!digits.matches("[0-9]{1,4}") || Integer.parseInt(digits) < 1 || Integer.parseInt(digits) > MOST) {
            throw wrong(text, "must be whole numbers between 1 and " + MOST + ", such as 4, 1..8 or 1,2,4");
        }
        return Integer.parseInt(digits);
    }

    private static TypeConversionException wrong(String text, String bound) {
        return new TypeConversionException(text + " " + bound);
    }

    /** Reads an option. */
    static final class Converter implements ITypeConverter<WholeNumbers> {
        @Override
        public WholeNumbers convert(String text) {
            return parse(text);
        }
    }
}
