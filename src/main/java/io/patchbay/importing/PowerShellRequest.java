package io.patchbay.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says {@code Invoke-WebRequest} and {@code Invoke-RestMethod}, as browsers copy them, in the words
 * of curl.
 */
final class PowerShellRequest {

  private static final Set<String> COMMANDS =
      Set.of("invoke-webrequest", "invoke-restmethod", "iwr", "irm");
  private static final Map<String, String> OPTIONS =
      Map.of(
          "-uri", "--url",
          "-method", "--request",
          "-custommethod", "--request",
          "-useragent", "--user-agent",
          "-infile", "--upload-file",
          "-token", "--oauth2-bearer");
  private static final Set<String> SWITCHES =
      Set.of(
          "-usebasicparsing",
          "-skipcertificatecheck",
          "-disablekeepalive",
          "-passthru",
          "-usedefaultcredentials",
          "-skipheadervalidation",
          "-allowunencryptedauthentication",
          "-preserveauthorizationonredirect",
          "-skiphttperrorcheck",
          "-resume",
          "-verbose");
  private static final Pattern SETTING =
      Pattern.compile("\\$\\w+\\.UserAgent", Pattern.CASE_INSENSITIVE);
  private static final Pattern COOKIE =
      Pattern.compile("(?si)\\(New-Object System\\.Net\\.Cookie\\((.*)\\)\\)");

  private final Map<String, String> variables = new LinkedHashMap<>();
  private final List<String> cookies = new ArrayList<>();

  static boolean isRequest(String program) {
    return COMMANDS.contains(program.toLowerCase(Locale.ROOT));
  }

  /** Takes a statement that sets something up for a request; false when it is none. */
  boolean prepares(List<String> words) {
    if (words.isEmpty() || !words.getFirst().startsWith("$")) {
      return false;
    }
    String first = words.getFirst();
    int cookie = first.indexOf(".Cookies.Add(");
    if (cookie >= 0) {
      addCookie(first.substring(first.indexOf('(', cookie)));
    } else if (words.size() > 2 && words.get(1).equals("=")) {
      if (SETTING.matcher(first).matches()) {
        variables.put("useragent", words.get(2));
      } else if (!words.get(2).equalsIgnoreCase("new-object") && !isRequest(words.get(2))) {
        variables.put(first, words.get(2));
      }
    }
    return words.size() < 3 || !isRequest(words.get(2));
  }

  private void addCookie(String argument) {
    var matcher = COOKIE.matcher(argument);
    if (matcher.find()) {
      List<String> parts = strings(matcher.group(1));
      if (parts.size() >= 2) {
        cookies.add(parts.get(0) + "=" + parts.get(1));
      }
    }
  }

  /** The words behind the name of the command. */
  List<String> curlArguments(List<String> words) {
    List<String> arguments = new ArrayList<>();
    String contentType = "";
    for (int i = 0; i < words.size(); i++) {
      String name = words.get(i).toLowerCase(Locale.ROOT);
      if (!name.startsWith("-")) {
        arguments.addAll(List.of("--url", resolved(words.get(i))));
        continue;
      }
      if (SWITCHES.contains(name) || i + 1 == words.size()) {
        continue;
      }
      String value = resolved(words.get(++i));
      switch (name) {
        case "-headers" -> headers(value, arguments);
        case "-contenttype" -> contentType = value;
        case "-body" -> body(value, arguments);
        case "-form" ->
            entries(value)
                .forEach((key, text) -> arguments.addAll(List.of("--form", key + "=" + text)));
        default -> {
          if (OPTIONS.containsKey(name)) {
            arguments.addAll(List.of(OPTIONS.getOrDefault(name, "--url"), value));
          }
        }
      }
    }
    if (!contentType.isEmpty()) {
      arguments.addAll(List.of("--header", "Content-Type: " + contentType));
    }
    if (!cookies.isEmpty()) {
      arguments.addAll(List.of("--cookie", String.join("; ", cookies)));
    }
    return arguments;
  }

  private String resolved(String word) {
    return variables.getOrDefault(word, word);
  }

  private static void headers(String table, List<String> arguments) {
    entries(table)
        .forEach((name, value) ->
            arguments.addAll(
                List.of("--header", value.isEmpty() ? name + ";" : name + ": " + value)));
  }

  private static void body(String value, List<String> arguments) {
    if (value.startsWith("@{")) {
      entries(value)
          .forEach(
              (name, text) -> arguments.addAll(List.of("--data-urlencode", name + "=" + text)));
      return;
    }
    List<String> parts = value.startsWith("(") ? strings(value) : List.of(value);
    arguments.addAll(List.of("--data-raw", parts.isEmpty() ? value : parts.getLast()));
  }

  /** The names and values of a hash table. */
  private static Map<String, String> entries(String table) {
    Map<String, String> entries = new LinkedHashMap<>();
    if (!table.startsWith("@{")) {
      return entries;
    }
    var in = new TextCursor(table.substring(2));
    var lexer = new PowerShellLexer(in);
    while (!in.atEnd()) {
      String key = text(in, lexer);
      skip(in, " \t\n;");
      if (in.peek() == '=') {
        in.take();
        entries.put(key, text(in, lexer));
      }
      skip(in, " \t\n;}");
    }
    return entries;
  }

  private static String text(TextCursor in, PowerShellLexer lexer) {
    skip(in, " \t\n;");
    var out = new StringBuilder();
    if (in.peek() == '"') {
      lexer.doubleQuoted(out);
    } else if (in.peek() == '\'') {
      lexer.single(out);
    } else {
      while (!in.atEnd() && " \t\n;=}".indexOf(in.peek()) < 0) {
        out.append(in.take());
      }
    }
    if (out.isEmpty() && in.peek() == '=') {
      out.append(' ');
    }
    return out.toString();
  }

  private static void skip(TextCursor in, String characters) {
    while (!in.atEnd() && characters.indexOf(in.peek()) >= 0) {
      in.take();
    }
  }

  /** All quoted texts in an expression. */
  private static List<String> strings(String expression) {
    List<String> strings = new ArrayList<>();
    var in = new TextCursor(expression);
    var lexer = new PowerShellLexer(in);
    while (!in.atEnd()) {
      var out = new StringBuilder();
      if (in.peek() == '"') {
        lexer.doubleQuoted(out);
        strings.add(out.toString());
      } else if (in.peek() == '\'') {
        lexer.single(out);
        strings.add(out.toString());
      } else {
        in.take();
      }
    }
    return strings;
  }
}
