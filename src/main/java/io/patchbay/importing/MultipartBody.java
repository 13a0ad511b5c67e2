package io.patchbay.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes a multipart body that is written out apart, RFC 7578. */
final class MultipartBody {

  private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=\"?([^\";,]{1,200})\"?");
  private static final Pattern NAME = Pattern.compile("(?i)[; ]name=\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern FILE_NAME =
      Pattern.compile("(?i)filename=\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern TYPE = Pattern.compile("(?im)^Content-Type:\\s*(.+?)\\s*$");
  private static final Pattern HEAD_END = Pattern.compile("\r?\n\r?\n");
  private static final int MOST_PARTS = 1_000;

  private MultipartBody() {}

  /** The parts; none when it is not written as it should be. */
  static List<FormPart> parts(String contentType, String text) {
    List<FormPart> parts = new ArrayList<>();
    var boundary = BOUNDARY.matcher(contentType);
    String mark = boundary.find() ? "--" + boundary.group(1) : firstLine(text);
    if (mark.length() < 3 || text.isEmpty()) {
      return parts;
    }
    int at = text.indexOf(mark);
    while (at >= 0 && parts.size() < MOST_PARTS) {
      int start = at + mark.length();
      int end = text.indexOf(mark, start);
      if (end < 0 || text.startsWith("--", start)) {
        break;
      }
      addPart(text.substring(start, end), parts);
      at = end;
    }
    return parts;
  }

  private static String firstLine(String text) {
    String line = text.lines().findFirst().orElse("");
    return line.startsWith("--") && line.length() < 200 ? line : "";
  }

  private static void addPart(String part, List<FormPart> parts) {
    var end = HEAD_END.matcher(part);
    if (!end.find()) {
      return;
    }
    String head = part.substring(0, end.start());
    String name = first(NAME.matcher(head));
    String file = first(FILE_NAME.matcher(head));
    String type = first(TYPE.matcher(head));
    String content = part.substring(end.end()).replaceFirst("\r?\n$", "");
    if (name != null) {
      parts.add(
          file == null
              ? new FormPart(name, content, false, null, type, List.of(), null, false)
              : FormPart.file(name, file, type));
    }
  }

  private static @Nullable String first(Matcher matcher) {
    return matcher.find() ? matcher.group(1) : null;
  }
}
