package io.patchbay.importing;

import io.patchbay.common.InvalidException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the value of {@code -F}: text, or files with type and name. */
final class CurlForm {

  private static final Map<String, String> TYPES =
      Map.of(
          "gif", "image/gif",
          "jpg", "image/jpeg",
          "jpeg", "image/jpeg",
          "png", "image/png",
          "svg", "image/svg+xml",
          "txt", "text/plain",
          "htm", "text/html",
          "html", "text/html",
          "pdf", "application/pdf",
          "xml", "application/xml");

  private static final List<String> PARAMETERS =
      List.of("type=", "filename=", "headers=", "encoder=");

  private final String text;
  private int at;
  private @Nullable String contentType;
  private @Nullable String filename;
  private final List<Field> headers = new ArrayList<>();

  private CurlForm(String text, int at) {
    this.text = text;
    this.at = at;
  }

  /**
   * The parts of one {@code -F}; several when it names several files.
   *
   * @param input standard input, where it is known
   */
  static List<FormPart> parts(String argument, @Nullable String input) {
    int equals = nameEnd(argument);
    var form = new CurlForm(argument, equals + 1);
    return form.read(argument.substring(0, equals), input);
  }

  /** The part of one {@code --form-string}. */
  static FormPart literal(String argument) {
    int equals = nameEnd(argument);
    return FormPart.text(argument.substring(0, equals), argument.substring(equals + 1));
  }

  private static int nameEnd(String argument) {
    int equals = argument.indexOf('=');
    if (equals < 0) {
      throw new InvalidException("", "-F takes name=content; the '=' is missing.");
    }
    return equals;
  }

  private List<FormPart> read(String name, @Nullable String input) {
    char first = at < text.length() ? text.charAt(at) : ' ';
    if (first == '(') {
      throw new InvalidException(
          "", "Parts within parts (-F 'name=(') cannot be taken; write a body instead.");
    }
    if (first == '@') {
      return files(name);
    }
    if (first == '<') {
      at++;
      String known = word(false).equals("-") ? input : null;
      parameters();
      return List.of(
          new FormPart(name, known, known == null, filename, contentType, headers, null, false));
    }
    String value = word(false);
    parameters();
    if (filename != null && contentType == null) {
      contentType = type(filename);
    }
    return List.of(new FormPart(name, value, false, filename, contentType, headers, null, false));
  }

  private List<FormPart> files(String name) {
    List<FormPart> files = new ArrayList<>();
    do {
      at++;
      filename = null;
      contentType = null;
      String path = word(true);
      parameters();
      String shown = filename == null ? path.substring(path.lastIndexOf('/') + 1) : filename;
      String type = contentType == null ? type(path) : contentType;
      files.add(new FormPart(name, null, true, shown, type, headers, null, false));
    } while (at < text.length() && text.charAt(at) == ',');
    return files;
  }

  private static String type(String path) {
    String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return TYPES.getOrDefault(ending, "application/octet-stream");
  }

  private void parameters() {
    while (at < text.length() && text.charAt(at) == ';') {
      at++;
      skipSpaces();
      String parameter = text.substring(at).toLowerCase(Locale.ROOT);
      if (parameter.startsWith("type=")) {
        at += 5;
        contentType = type();
      } else if (parameter.startsWith("filename=")) {
        at += 9;
        filename = word(true);
      } else if (parameter.startsWith("headers=")) {
        at += 8;
        header(word(false));
      } else {
        word(false);
      }
    }
  }

  private void header(String line) {
    int colon = line.indexOf(':');
    if (colon > 0) {
      headers.add(Field.of(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
    }
  }

  /** A media type keeps its own parameters, for example a charset. */
  private String type() {
    int start = at;
    while (at < text.length()
        && text.charAt(at) != ','
        && !(text.charAt(at) == ';' && isParameterBehind(at + 1))) {
      at++;
    }
    return text.substring(start, at).strip();
  }

  private boolean isParameterBehind(int semicolon) {
    int start = semicolon;
    while (start < text.length() && text.charAt(start) == ' ') {
      start++;
    }
    int from = start;
    return PARAMETERS.stream()
        .anyMatch(name -> text.regionMatches(true, from, name, 0, name.length()));
  }

  private void skipSpaces() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  /** Quoted, or up to a semicolon. */
  private String word(boolean endsAtComma) {
    skipSpaces();
    if (at < text.length() && text.charAt(at) == '"') {
      int close = closingQuote();
      if (close > 0) {
        String quoted = text.substring(at + 1, close).replaceAll("\\\\([\\\\\"])", "$1");
        at = close + 1;
        skipSpaces();
        return quoted;
      }
    }
    int start = at;
    while (at < text.length()
        && text.charAt(at) != ';'
        && !(endsAtComma && text.charAt(at) == ',')) {
      at++;
    }
    return text.substring(start, at).stripTrailing();
  }

  /** The quote that closes, when nothing but a separator follows it; 0 when there is none. */
  private int closingQuote() {
    for (int i = at + 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == '"') {
        String after = text.substring(i + 1).stripLeading();
        return after.isEmpty() || after.startsWith(";") || after.startsWith(",") ? i : 0;
      }
    }
    return 0;
  }
}
