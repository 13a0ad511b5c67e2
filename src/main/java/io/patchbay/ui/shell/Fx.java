package io.patchbay.ui.shell;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * Values that are an expression as a whole: the document holds {@code {{ source }}}, fields show
 * the source alone.
 */
public final class Fx {

  private Fx() {}

  /** Whether the value is one expression and nothing else. */
  public static boolean is(@Nullable JsonNode value) {
    return value != null && value.isString() && is(value.stringValue());
  }

  /** Whether the text is one expression and nothing else. */
  public static boolean is(@Nullable String text) {
    if (text == null) {
      return false;
    }
    String stripped = text.strip();
    return stripped.startsWith("{{")
        && stripped.endsWith("}}")
        && stripped.indexOf("}}") == stripped.length() - 2;
  }

  /** Whether there is any expression in the text. */
  public static boolean anyIn(@Nullable String text) {
    return text != null && text.contains("{{") && text.contains("}}");
  }

  /** The expression without its braces; any other value as text. */
  public static String source(@Nullable JsonNode value) {
    if (value == null) {
      return "";
    }
    return value.isString() ? source(value.stringValue()) : value.toString();
  }

  /** The expression without its braces; any other text as it is. */
  public static String source(@Nullable String text) {
    if (text == null) {
      return "";
    }
    String stripped = text.strip();
    return is(stripped) ? stripped.substring(2, stripped.length() - 2).strip() : text;
  }

  /** The expression with its braces. */
  public static String text(String source) {
    return "{{ " + source.strip() + " }}";
  }

  /** The expression with its braces, as JSON. */
  public static JsonNode value(String source) {
    return StringNode.valueOf(text(source));
  }
}
