package org.moei.rehearsal.generator;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * Numbers of papers and phones in the formats of each state. {@code #} is a digit, {@code @} a letter without I and O.
 * Resident numbers use region codes that no region has, so that they can be nobody's.
 */
final class Papers {
    private static final Map<String, String> PASSPORTS = Map.ofEntries(
            Map.entry("CHN", "E@#######"), Map.entry("VNM", "C########"), Map.entry("IND", "Z#######"), Map.entry("ETH", "EP#######"),
            Map.entry("IDN", "X#######"), Map.entry("PHL", "P#######B"), Map.entry("PAK", "@@#######"), Map.entry("MYS", "A########"),
            Map.entry("KEN", "BK######"), Map.entry("ZAF", "A########"), Map.entry("TWN", "3########"), Map.entry("NPL", "PA#######"),
            Map.entry("UGA", "B########"), Map.entry("LKA", "N#######"), Map.entry("UZB", "FA#######"), Map.entry("NGA", "A########"),
            Map.entry("GHA", "G#######"), Map.entry("BGD", "A########"), Map.entry("CMR", "AA######"), Map.entry("NAM", "P#######"),
            Map.entry("RWA", "PC######"), Map.entry("TUN", "K######"), Map.entry("CZE", "4#######"), Map.entry("LAO", "PA#######"),
            Map.entry("ROU", "05#######"), Map.entry("DZA", "1########"), Map.entry("SGP", "K#######@"), Map.entry("BDI", "OP#######"),
            Map.entry("BRA", "F@######"), Map.entry("KHM", "N########"), Map.entry("TZA", "TAE######"), Map.entry("JPN", "T@#######"),
            Map.entry("KOR", "M########"), Map.entry("THA", "AC#######"), Map.entry("MMR", "M@######"), Map.entry("STATELESS", "TD######"));

    /** Country code and the shape of a mobile number. */
    private static final Map<String, String> PHONES = Map.ofEntries(
            Map.entry("CHN", "+8613#########"), Map.entry("VNM", "+849########"), Map.entry("IND", "+919#########"), Map.entry("ETH", "+2519########"),
            Map.entry("IDN", "+62812########"), Map.entry("PHL", "+63917#######"), Map.entry("PAK", "+92300#######"), Map.entry("MYS", "+6012#######"),
            Map.entry("KEN", "+2547########"), Map.entry("ZAF", "+2782#######"), Map.entry("TWN", "+8869########"), Map.entry("NPL", "+97798########"),
            Map.entry("UGA", "+2567########"), Map.entry("LKA", "+9477#######"), Map.entry("UZB", "+99890#######"), Map.entry("NGA", "+234803#######"),
            Map.entry("GHA", "+23324#######"), Map.entry("BGD", "+88017########"), Map.entry("CMR", "+2376########"), Map.entry("THA", "+668########"),
            Map.entry("KHM", "+85512######"), Map.entry("LAO", "+8562055######"), Map.entry("RWA", "+25078#######"), Map.entry("TUN", "+21620######"),
            Map.entry("BRA", "+55119########"), Map.entry("TZA", "+25571#######"), Map.entry("JPN", "+8190########"), Map.entry("KOR", "+8210########"));
    private static final String MYANMAR_PHONE = "+959#########";
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);

    private Papers() {}

    static TravelDocument passport(String nationality, LocalDate start, Draw draw) {
        String issuer = nationality.equals("STATELESS") ? "XXA" : nationality;
        return new TravelDocument(shaped(PASSPORTS.getOrDefault(nationality, "@########"), draw), issuer, start.plusDays(draw.between(-200, 2900)));
    }

    /** The number of a resident's card where this house knows its check digit, else empty. */
    static String nationalId(String nationality, Sex sex, LocalDate birth, Draw draw) {
        return switch (nationality) {
            case "CHN" -> {
                int order = draw.below(499) * 2 + (sex == Sex.MALE ? 1 : 2);
                String first = "99" + shaped("####", draw) + BASIC.format(birth) + String.format(Locale.ROOT, "%03d", order);
                yield first + CheckDigits.china(first);
            }
            case "THA" -> {
                String first = "9" + shaped("###########", draw);
                yield first + CheckDigits.thailand(first);
            }
            default -> "";
        };
    }

    static String phone(String nationality, Draw draw) {
        return shaped(PHONES.getOrDefault(nationality, MYANMAR_PHONE), draw);
    }

    private static String shaped(String shape, Draw draw) {
        StringBuilder text = new StringBuilder(shape.length());
        for (int i = 0; i < shape.length(); i++) {
            char c = shape.charAt(i);
            text.append(c == '#' ? (char) ('0' + draw.below(10)) : c == '@' ? LETTERS.charAt(draw.below(LETTERS.length())) : c);
        }
        return text.toString();
    }
}
