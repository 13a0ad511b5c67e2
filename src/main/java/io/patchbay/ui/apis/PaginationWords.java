package io.patchbay.ui.apis;

import io.patchbay.api.Policies.Pagination;
import io.patchbay.api.Policies.Pagination.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said of pages. */
final class PaginationWords {

  private PaginationWords() {}

  static String of(Kind kind) {
    return switch (kind) {
      case LINK_HEADER -> "By the Link header";
      case NEXT_LINK -> "By an address in the answer";
      case CURSOR -> "By a cursor in the answer";
      case PAGE -> "By page number";
      case OFFSET -> "By offset";
    };
  }

  static String nextExample(Kind kind) {
    return switch (kind) {
      case LINK_HEADER -> "";
      case NEXT_LINK -> "response.body.next";
      case CURSOR -> "response.body.next_cursor";
      case PAGE, OFFSET -> "a page has items";
    };
  }

  /** The query parameter that is used. */
  static String parameter(Pagination policy) {
    var said = policy.parameter();
    return said != null
        ? said
        : switch (policy.kind()) {
          case OFFSET -> "offset";
          case CURSOR -> "cursor";
          case PAGE, LINK_HEADER, NEXT_LINK -> "page";
        };
  }

  /** The first and the second request, as examples. */
  static List<String> requests(Pagination policy) {
    var size =
        policy.size() == null || policy.sizeParameter() == null
            ? null
            : policy.sizeParameter() + "=" + policy.size();
    return switch (policy.kind()) {
      case LINK_HEADER -> List.of(line(size), "GET the address in Link: <…>; rel=\"next\"");
      case NEXT_LINK ->
          List.of(line(size), "GET the address in " + or(policy.next(), "response.body.next"));
      case CURSOR ->
          List.of(
              line(size),
              line(
                  size,
                  "%s={%s}"
                      .formatted(
                          parameter(policy), or(policy.next(), "response.body.next_cursor"))));
      case PAGE -> counted(policy, size, start(policy, 1), 1);
      case OFFSET ->
          counted(policy, size, start(policy, 0), policy.size() == null ? 100 : policy.size());
    };
  }

  private static List<String> counted(
      Pagination policy, @Nullable String size, int first, int step) {
    return List.of(
        line(size, parameter(policy) + "=" + first),
        line(size, parameter(policy) + "=" + (first + step)));
  }

  private static int start(Pagination policy, int usual) {
    var start = policy.start();
    return start == null ? usual : start.asInt(usual);
  }

  private static String or(@Nullable String said, String usual) {
    return said == null ? usual : said;
  }

  private static String line(@Nullable String... pairs) {
    var query = new ArrayList<String>();
    for (var pair : pairs) {
      if (pair != null) {
        query.add(pair);
      }
    }
    return query.isEmpty() ? "GET /list" : "GET /list?" + String.join("&", query);
  }
}
