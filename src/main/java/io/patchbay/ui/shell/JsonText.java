package io.patchbay.ui.shell;

import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.dom.Element;
import io.patchbay.common.Json;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Short JSON or text to read, with colours for JSON; long ones are cut where it says so. */
public final class JsonText extends Pre {

  private static final int MOST_CHARS = 20_000;
  private static final Pattern TOKEN =
      Pattern.compile(
          "(\"(?:[^\"\\\\]|\\\\.)*\")(\\s*:)?|(-?\\d[\\d.eE+-]*)|\\b(true|false|null)\\b");

  private JsonText() {
    addClassName("pb-code");
    getElement().setAttribute("tabindex", "0");
  }

  /** A value as JSON with line breaks. */
  public static JsonText of(@Nullable Object value) {
    var text = new JsonText();
    text.colour(cut(Json.writePretty(value)));
    return text;
  }

  /** A body as it went over the wire: coloured where it looks like JSON. */
  public static JsonText ofBody(String body) {
    var text = new JsonText();
    String start = body.stripLeading();
    if (start.startsWith("{") || start.startsWith("[")) {
      text.colour(cut(body));
    } else {
      text.setText(cut(body));
    }
    return text;
  }

  private void colour(String json) {
    Matcher matcher = TOKEN.matcher(json);
    int end = 0;
    while (matcher.find()) {
      plain(json.substring(end, matcher.start()));
      if (matcher.group(1) != null) {
        part(matcher.group(2) == null ? "pb-str" : "pb-k", matcher.group(1));
        plain(matcher.group(2) == null ? "" : matcher.group(2));
      } else {
        part(matcher.group(3) == null ? "pb-kw" : "pb-numv", matcher.group());
      }
      end = matcher.end();
    }
    plain(json.substring(end));
  }

  private void plain(String text) {
    if (!text.isEmpty()) {
      getElement().appendChild(Element.createText(text));
    }
  }

  private void part(String className, String text) {
    getElement().appendChild(Look.span(className, text).getElement());
  }

  private static String cut(String text) {
    return text.length() <= MOST_CHARS
        ? text
        : text.substring(0, MOST_CHARS)
            + "\n… %,d more characters".formatted(text.length() - MOST_CHARS);
  }
}
