package io.patchbay.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A path with {@code {name}} places, taken apart once; its query belongs to it. */
final class PathTemplate {

  private final List<Piece> pieces = new ArrayList<>();

  private PathTemplate() {}

  /**
   * @param base the base URL's path, encoded
   * @param byPlace the path parameters by the name in the braces
   */
  static PathTemplate of(String base, String path, Map<String, ParameterPlan> byPlace) {
    var template = new PathTemplate();
    var full = join(base, withoutFragment(path));
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

  /**
   * Appends the filled path; where it goes also masked, to {@code shown}.
   *
   * @throws CallRefused when a value would name another path than the one in the definition
   */
  void write(ApiRequest request, StringBuilder path, @Nullable StringBuilder shown) {
    var segment = 0;
    var isQuery = false;
    ParameterPlan last = null;
    for (var piece : pieces) {
      var plan = piece.plan();
      if (plan == null) {
        path.append(piece.literal());
        if (last != null && !isQuery) {
          requireNoDots(path, segment, last, request);
        }
        segment = path.lastIndexOf("/") + 1;
        isQuery = isQuery || piece.literal().indexOf('?') >= 0;
        last = null;
      } else {
        path.append(value(request, plan, isQuery));
        last = plan;
      }
      if (shown != null) {
        shown.append(plan == null ? piece.literal() : shown(request, plan, isQuery));
      }
    }
    if (last != null && !isQuery) {
      requireNoDots(path, segment, last, request);
    }
  }

  private static String shown(ApiRequest request, ParameterPlan plan, boolean inQuery) {
    return plan.parameter().redacted() ? SentRequest.MASK : value(request, plan, inQuery);
  }

  private static String value(ApiRequest request, ParameterPlan plan, boolean inQuery) {
    var text =
        ParameterStyle.path(
            plan.sentAs(), plan.value(request), plan.style(), plan.explode(), plan.encode());
    if (text.isEmpty() && !inQuery) {
      throw changesPath(request, plan, "empty");
    }
    return text;
  }

  /** Looks at the segments from the one that an input begins in to the one that it ends in. */
  private static void requireNoDots(
      StringBuilder path, int from, ParameterPlan plan, ApiRequest request) {
    var query = path.indexOf("?", from);
    var end = query < 0 ? path.length() : query;
    for (int start = from; start <= end; ) {
      var slash = path.indexOf("/", start);
      var stop = slash < 0 || slash > end ? end : slash;
      if (isDots(path, start, stop)) {
        throw changesPath(request, plan, "'" + path.substring(start, stop) + "'");
      }
      start = stop + 1;
    }
  }

  private static boolean isDots(StringBuilder path, int start, int stop) {
    if (stop - start == 0 || stop - start > 6) { // %2e%2e
      return false;
    }
    var plain = path.substring(start, stop).toLowerCase(Locale.ROOT).replace("%2e", ".");
    return plain.equals(".") || plain.equals("..");
  }

  private static CallRefused changesPath(ApiRequest request, ParameterPlan plan, String what) {
    return CallRefused.configuration(
        "The input '%s' of %s is %s, which would change the path."
            .formatted(plan.parameter().name(), request.method().name(), what));
  }

  private void literal(String text) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(PercentCode.encodePath(text), null));
    }
  }

  private static String withoutFragment(String path) {
    var hash = path.indexOf('#');
    return hash < 0 ? path : path.substring(0, hash);
  }

  private static String join(String base, String path) {
    var start = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    if (path.isEmpty()) {
      return base.isEmpty() ? "/" : base;
    }
    if (path.startsWith("?")) {
      return (base.isEmpty() ? "/" : base) + path;
    }
    return path.startsWith("/") ? start + path : start + "/" + path;
  }

  private record Piece(String literal, @Nullable ParameterPlan plan) {}
}
