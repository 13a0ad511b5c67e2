package io.patchbay.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Places that people leave for a value: {@code {id}}, {@code {{id}}}, {@code $ID}, {@code <id>},
 * {@code :id}, {@code YOUR_KEY}.
 */
final class Placeholders {

  private static final Pattern PLACE =
      Pattern.compile(
          "\\{\\{\\s*([^{}]{1,100}?)\\s*}}"
              + "|\\$\\{([^{}$]{1,100})}"
              + "|\\{([^{}/?&=\\s\"':,]{1,100})}"
              + "|<([A-Za-z][\\w .:-]{0,60})>"
              + "|\\$([A-Za-z_]\\w{0,100})"
              + "|%(?:7B|7b)(?:%(?:7B|7b))?([\\w.-]{1,100})%(?:7D|7d)(?:%(?:7D|7d))?"
              + "|%(?:3C|3c)([\\w.-]{1,100})%(?:3E|3e)");
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,60}");
  private static final Pattern SHOUTED = Pattern.compile("[A-Z]{3,}(_[A-Z]+){0,5}");
  private static final Set<String> ACRONYMS =
      Set.of(
          "API", "APIS", "REST", "SOAP", "ODATA", "JSON", "XML", "RPC", "HTTP", "CRM", "ERP", "SQL",
          "CSV", "PDF", "MCP", "OAUTH", "SAML", "SCIM", "FHIR", "WMS", "WFS", "OGC");
  private static final Pattern NAMED = Pattern.compile("\\{[A-Za-z_][A-Za-z0-9_]{0,100}}");
  private static final Pattern COLON = Pattern.compile(":([A-Za-z_][\\w-]*)");
  private static final Pattern NO_SECRET =
      Pattern.compile(
          "(?is)<.*>|\\[.*]|\\{.*}|%\\w+%|\\$.*|:[a-z_]+|(x|\\*|\\.|•|_|-)+|.*(\\.\\.\\.|…)"
              + "|.*\\b(your|my|insert|replace|some|enter)[-_ ].*|.*_here|your\\w+"
              + "|.*(x{4,}|\\*{3,}).*|undefined|null|none|test|changeme|change_me"
              + "|(api|auth|access|secret|bearer|client|token|key|password|user(name)?)"
              + "([-_ ]?(api|auth|access|secret|id|token|key|password|value|goes|here))*");
  private static final Pattern CONSTANT =
      Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*(KEY|TOKEN|SECRET|PASSWORD|ID|VALUE)\\w*");

  private Placeholders() {}

  /** Whether the text only stands for a value that somebody is to put there. */
  static boolean isOnly(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return true;
    }
    String trimmed = text.strip();
    return PLACE.matcher(trimmed).find()
        || (trimmed.length() < 200
            && (NO_SECRET.matcher(trimmed).matches() || CONSTANT.matcher(trimmed).matches()));
  }

  static boolean isIn(String text) {
    return PLACE.matcher(text).find();
  }

  /** The text with each place written as {@code {name}}. */
  static String inBraces(String text) {
    if (text.indexOf('{') < 0
        && text.indexOf('$') < 0
        && text.indexOf('<') < 0
        && text.indexOf('%') < 0) {
      return text;
    }
    return PLACE
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement("{" + name(inner(found)) + "}"));
  }

  /** A segment of a path, which may be {@code :name} or {@code OWNER} too. */
  static String segmentInBraces(String segment) {
    var colon = COLON.matcher(segment);
    if (SHOUTED.matcher(segment).matches() && !ACRONYMS.contains(segment)) {
      return "{" + name(segment) + "}";
    }
    return colon.matches() ? "{" + name(colon.group(1)) + "}" : onlyNames(inBraces(segment));
  }

  /** Braces that hold no name are plain characters. */
  private static String onlyNames(String segment) {
    if (segment.indexOf('{') < 0 && segment.indexOf('}') < 0) {
      return segment;
    }
    var out = new StringBuilder();
    Matcher matcher = NAMED.matcher(segment);
    int from = 0;
    while (matcher.find()) {
      out.append(escaped(segment.substring(from, matcher.start()))).append(matcher.group());
      from = matcher.end();
    }
    return out.append(escaped(segment.substring(from))).toString();
  }

  private static String escaped(String text) {
    return text.replace("{", "%7B").replace("}", "%7D");
  }

  private static String inner(MatchResult found) {
    for (int i = 1; i <= found.groupCount(); i++) {
      if (found.group(i) != null) {
        return found.group(i);
      }
    }
    return "value";
  }

  /** The names in braces, in their order. */
  static List<String> names(String text) {
    List<String> names = new ArrayList<>();
    Matcher matcher = Pattern.compile("\\{([^{}/]+)}").matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  /** A name for an input: {@code CALL_ID} becomes {@code callId}. */
  static String name(String text) {
    if (IDENTIFIER.matcher(text).matches() && !text.equals(text.toUpperCase(Locale.ROOT))) {
      return text;
    }
    String[] words = text.strip().split("[^A-Za-z0-9]+");
    var name = new StringBuilder();
    for (String word : words) {
      if (!word.isEmpty()) {
        boolean shouting = word.equals(word.toUpperCase(Locale.ROOT));
        String plain = shouting ? word.toLowerCase(Locale.ROOT) : word;
        name.append(
            name.isEmpty()
                ? plain
                : plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1));
      }
    }
    String made = name.isEmpty() ? "value" : name.toString();
    return Character.isDigit(made.charAt(0)) ? "p" + made : made;
  }
}
