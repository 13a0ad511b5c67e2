package io.patchbay.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A path with {@code {name}} places, taken apart once. */
final class PathTemplate {

  private final List<Piece> pieces = new ArrayList<>();

  private PathTemplate() {}

  /**
   * @param base the base URL's path, encoded
   * @param byPlace the path parameters by the name in the braces
   */
  static PathTemplate of(String base, String path, Map<String, ParameterPlan> byPlace) {
    var template = new PathTemplate();
    var full = join(base, path);
    var start = 0;
    while (start < full.length()) {
      var open = full.indexOf('{', start);
      var close = open < 0 ? -1 : full.indexOf('}', open);
      var plan = close < 0 ? null : byPlace.get(full.substring(open + 1, close));
      if (close < 0) {
        template.literal(full.substring(start));
        break;
      }
      if (plan == null) {
        template.literal(full.substring(start, close + 1));
      } else {
        template.literal(full.substring(start, open));
        template.pieces.add(new Piece("", plan));
      }
      start = close + 1;
    }
    return template;
  }

  /** Appends the filled path; where it goes also masked, to {@code shown}. */
  void write(ApiRequest request, StringBuilder path, @Nullable StringBuilder shown) {
    for (var piece : pieces) {
      var plan = piece.plan();
      var text = plan == null ? piece.literal() : value(request, plan);
      path.append(text);
      if (shown != null) {
        shown.append(plan != null && plan.parameter().redacted() ? SentRequest.MASK : text);
      }
    }
  }

  /** A value that would name another path than the one in the definition is refused. */
  private static String value(ApiRequest request, ParameterPlan plan) {
    var name = plan.parameter().name();
    var text =
        ParameterStyle.path(plan.sentAs(), plan.value(request), plan.style(), plan.explode());
    if (text.isEmpty() || text.equals(".") || text.equals("..")) {
      throw CallRefused.configuration(
          "The input '%s' of %s is %s, which would change the path."
              .formatted(
                  name, request.method().name(), text.isEmpty() ? "empty" : "'" + text + "'"));
    }
    return text;
  }

  private void literal(String text) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(PercentCode.encodePath(text), null));
    }
  }

  private static String join(String base, String path) {
    var start = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    if (path.isEmpty()) {
      return base.isEmpty() ? "/" : base;
    }
    return path.startsWith("/") || path.startsWith("?") ? start + path : start + "/" + path;
  }

  private record Piece(String literal, @Nullable ParameterPlan plan) {}
}
