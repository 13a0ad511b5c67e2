package io.patchbay.http;

import io.patchbay.api.Parameter;
import io.patchbay.api.Policies;
import io.patchbay.api.Policies.Pagination;
import io.patchbay.api.Policies.Pagination.Kind;
import io.patchbay.api.Verb;
import io.patchbay.common.Failure;
import io.patchbay.common.Json;
import io.patchbay.expression.Expression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the pages of a list are fetched, compiled.
 *
 * @param isExplicit whether it is said for this very method, so that its answer is a list for sure;
 *     what an API says for all its methods changes nothing where there are no pages
 * @param items absent when they are looked for
 * @param next absent when nothing is said
 * @param parameter for cursor, page number or offset
 */
record PagePlan(
    Pagination policy,
    boolean isExplicit,
    @Nullable CustomizationValue items,
    @Nullable CustomizationValue next,
    String parameter,
    int maxPages,
    int maxItems) {

  static final int MAX_PAGES = 100;
  static final int MAX_ITEMS = 10_000;

  /** Empty when the call has no pages. */
  static Optional<PagePlan> of(Call call) {
    var policy = call.limits().pagination();
    if (policy == null) {
      return Optional.empty();
    }
    var isExplicit = call.limits().placeOf(Policies::pagination) != CallLimits.Place.API;
    var plan =
        new PagePlan(
            policy,
            isExplicit,
            expression("pagination.items", policy.items()),
            expression("pagination.next", policy.next()),
            parameter(policy),
            policy.maxPages() == null ? MAX_PAGES : policy.maxPages(),
            policy.maxItems() == null ? MAX_ITEMS : policy.maxItems());
    return isExplicit || plan.suits(call) ? Optional.of(plan) : Optional.empty();
  }

  /** Whether the pages are counted: a page of nothing is behind the last one. */
  boolean isCounting() {
    return policy.kind() == Kind.PAGE || policy.kind() == Kind.OFFSET;
  }

  /** The first page number or offset, or cursor if there is one to start from. */
  @Nullable String start() {
    if (policy.start() != null && !policy.start().isNull()) {
      return Scalars.text(Json.toValue(policy.start()));
    }
    return switch (policy.kind()) {
      case PAGE -> "1";
      case OFFSET -> "0";
      case CURSOR, LINK_HEADER, NEXT_LINK -> null;
    };
  }

  /** What expressions see. */
  static Map<String, @Nullable Object> scope(Call call, Answer answer) {
    var response = new LinkedHashMap<String, @Nullable Object>();
    response.put("status", answer.status());
    response.put("headers", answer.headers());
    if (!Expression.ABSENT.equals(answer.body())) {
      response.put("body", answer.body());
    }
    var scope = RequestPlan.scope(call.request());
    scope.put("response", response);
    return scope;
  }

  /** The items of a page; empty when it is no page of a list. */
  Optional<List<@Nullable Object>> items(
      Answer answer, Map<String, @Nullable Object> scope, boolean isSurelyAList) {
    var value = items == null ? found(answer.body(), isSurelyAList) : items.evaluate(scope);
    if (!CustomizationValue.isThere(value)) {
      return isSurelyAList ? Optional.of(List.of()) : Optional.empty();
    }
    var all = new ArrayList<@Nullable Object>();
    if (value instanceof List<?> list) {
      all.addAll(list);
    } else {
      all.add(value); // an expression makes a list of one the one
    }
    return Optional.of(all);
  }

  /** The body, or the only list in it. */
  private static @Nullable Object found(@Nullable Object body, boolean isSurelyAList) {
    if (body instanceof List<?> || !CustomizationValue.isThere(body) || !isSurelyAList) {
      return body instanceof List<?> ? body : null;
    }
    var lists = new LinkedHashMap<String, Object>();
    if (body instanceof Map<?, ?> map) {
      map.forEach((name, value) -> {
        if (value instanceof List<?>) {
          lists.put(String.valueOf(name), value);
        }
      });
    }
    if (lists.size() == 1) {
      return lists.values().iterator().next();
    }
    throw new CallRefused(
        Failure.of(
            Failure.Kind.CONFIGURATION,
            "The items of a page are not found",
            lists.isEmpty()
                ? "The answer holds no list. Say in 'items' of the pagination where the items are, for example response.body.data."
                : "The answer holds several lists (%s). Say in 'items' of the pagination which one, for example response.body.%s."
                    .formatted(
                        String.join(", ", lists.keySet()), lists.keySet().iterator().next())));
  }

  /** What an API says for all methods holds for those that only read, and know the parameter. */
  private boolean suits(Call call) {
    var method = call.request().method();
    if (method.verb() != Verb.GET && method.verb() != Verb.HEAD) {
      return false;
    }
    return switch (policy.kind()) {
      case LINK_HEADER, NEXT_LINK -> true;
      case CURSOR, PAGE, OFFSET ->
          method.parameters().stream()
              .anyMatch(p -> p.in() == Parameter.In.QUERY && p.sentAs().equals(parameter));
    };
  }

  private static String parameter(Pagination policy) {
    var said = policy.parameter();
    return said != null && !said.isBlank()
        ? said.strip()
        : switch (policy.kind()) {
          case OFFSET -> "offset";
          case CURSOR -> "cursor";
          case PAGE, LINK_HEADER, NEXT_LINK -> "page";
        };
  }

  /** With or without braces. */
  private static @Nullable CustomizationValue expression(String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return CustomizationValue.ofText(field, field, text.contains("{{") ? text : "{{" + text + "}}");
  }
}
