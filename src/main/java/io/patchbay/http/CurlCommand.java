package io.patchbay.http;

import io.patchbay.http.SentRequest.Header;
import io.patchbay.http.SentRequest.Part;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sent request as a command for bash that can be pasted as it is. Where a secret was masked, a
 * shell variable stands in its place, for example {@code $TOKEN}.
 */
public final class CurlCommand {

  /** What curl makes itself, and better leave to it. */
  private static final Set<String> MADE_BY_CURL =
      Set.of("content-length", "host", "accept-encoding");

  private final SentRequest request;
  private final List<String> notes = new ArrayList<>();
  private final List<String> arguments = new ArrayList<>();

  private CurlCommand(SentRequest request) {
    this.request = request;
  }

  /** The command, over several lines; what it cannot say stands in comments above it. */
  public static String of(SentRequest request) {
    return new CurlCommand(request).write();
  }

  private String write() {
    var start = "curl " + verb() + globbing() + quoted(request.url(), "");
    request.headers().forEach(this::header);
    var pipe = body();
    if (request.headers().stream().anyMatch(h -> h.name().equalsIgnoreCase("accept-encoding"))) {
      arguments.add("--compressed");
    }
    var command = new StringBuilder();
    notes.forEach(note -> command.append("# ").append(note).append('\n'));
    command.append(pipe).append(start);
    arguments.forEach(argument -> command.append(" \\\n  ").append(argument));
    return command.toString();
  }

  private String verb() {
    return switch (request.verb()) {
      case "GET" -> request.body() == null ? "" : "-X GET ";
      case "HEAD" -> "--head ";
      case "POST" -> request.body() == null ? "-X POST " : "";
      default -> "-X " + request.verb() + " ";
    };
  }

  /** curl takes brackets for ranges. */
  private String globbing() {
    return request.url().matches(".*[\\[\\]{}].*") ? "--globoff " : "";
  }

  private void header(Header header) {
    var key = header.name().toLowerCase(Locale.ROOT);
    if (MADE_BY_CURL.contains(key) || (key.equals("content-type") && request.parts() != null)) {
      return;
    }
    var isEmpty = header.value().isEmpty(); // "Name:" would take the header out
    arguments.add(
        "-H "
            + (isEmpty
                ? quoted(header.name() + ";", "")
                : quoted(header.name() + ": " + header.value(), variable(key))));
  }

  /** A header's secret is called as the header is; the one of Authorization as people do. */
  private static String variable(String header) {
    return switch (header) {
      case "authorization" -> "TOKEN";
      default -> header.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
    };
  }

  /** Adds the body's arguments; what has to be piped into curl is given back. */
  private String body() {
    var body = request.body();
    if (body == null) {
      return "";
    }
    if (request.parts() != null) {
      request.parts().forEach(this::part);
      return "";
    }
    if (header("content-type") == null) {
      arguments.add("-H 'Content-Type;'");
    }
    var isBinary = isBinary();
    noteIfShortened(body, isBinary);
    if (isBinary && !body.contains(SentRequest.MASK)) {
      arguments.add("--data-binary @-");
      return "base64 -d <<< " + quoted(body, "") + " | ";
    }
    arguments.add(
        (body.startsWith("@") ? "--data-raw " : "--data-binary ") + quoted(body, "SECRET"));
    return "";
  }

  private void part(Part part) {
    var name = part.name();
    var type = part.contentType() == null ? "" : ";type=" + part.contentType();
    if (part.filename() != null) {
      arguments.add("-F " + quoted(name + "=@" + formValue(part.filename()) + type, "SECRET"));
      notes.add(
          "The file %s is not kept; have one of that name in this folder."
              .formatted(onOneLine(part.filename())));
      return;
    }
    var value = part.value() == null ? "" : part.value();
    if (type.isEmpty()) {
      arguments.add("--form-string " + quoted(name + "=" + value, "SECRET"));
    } else {
      arguments.add("-F " + quoted(name + "=" + formValue(value) + type, "SECRET"));
    }
  }

  /** Within -F a value in double quotes may hold anything, {@code ;} and {@code ,} too. */
  private static String formValue(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private boolean isBinary() {
    var type = header("content-type");
    return type != null && !MediaType.isText(type);
  }

  private @Nullable String header(String key) {
    return request.headers().stream()
        .filter(header -> header.name().equalsIgnoreCase(key))
        .map(Header::value)
        .findFirst()
        .orElse(null);
  }

  private void noteIfShortened(String body, boolean isBinary) {
    var size = request.bodyBytes();
    var kept = isBinary ? body.length() / 4 * 3 : body.getBytes(StandardCharsets.UTF_8).length;
    if (size != null && kept + 3 < size && !body.contains(SentRequest.MASK)) {
      notes.add("The body had %,d bytes; only its start is kept.".formatted(size));
    }
  }

  private static String onOneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }

  /**
   * The text as one word of bash.
   *
   * @param variable the name of what was masked in it; empty to take it from the text before
   */
  private static String quoted(String text, String variable) {
    var word = new StringBuilder();
    var rest = text;
    for (int at = rest.indexOf(SentRequest.MASK); at >= 0; at = rest.indexOf(SentRequest.MASK)) {
      var before = rest.substring(0, at);
      var name = variable.isEmpty() ? nameFrom(before) : variable;
      word.append(literal(before)).append("\"$").append(name).append('"');
      rest = rest.substring(at + SentRequest.MASK.length());
    }
    return word.append(rest.isEmpty() && !word.isEmpty() ? "" : literal(rest)).toString();
  }

  /** Of {@code …?api_key=} the name is {@code API_KEY}. */
  private static String nameFrom(String before) {
    var end = before.endsWith("=") ? before.length() - 1 : before.length();
    var start = end;
    while (start > 0
        && (Character.isLetterOrDigit(before.charAt(start - 1))
            || "_-".indexOf(before.charAt(start - 1)) >= 0)) {
      start--;
    }
    var name = before.substring(start, end).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
    return !before.endsWith("=") || name.isEmpty() || Character.isDigit(name.charAt(0))
        ? "SECRET"
        : name;
  }

  private static String literal(String text) {
    if (text.isEmpty()) {
      return "''";
    }
    return text.chars().anyMatch(c -> (c < ' ' && c != '\n') || c == 0x7f)
        ? ansi(text)
        : "'" + text.replace("'", "'\\''") + "'";
  }

  /** Control characters survive in {@code $'…'} only. */
  private static String ansi(String text) {
    var word = new StringBuilder("$'");
    text.chars()
        .forEach(c -> {
          switch (c) {
            case '\'' -> word.append("\\'");
            case '\\' -> word.append("\\\\");
            case '\n' -> word.append("\\n");
            case '\r' -> word.append("\\r");
            case '\t' -> word.append("\\t");
            default -> word.append(c < ' ' || c == 0x7f ? "\\x%02x".formatted(c) : (char) c);
          }
        });
    return word.append('\'').toString();
  }
}
