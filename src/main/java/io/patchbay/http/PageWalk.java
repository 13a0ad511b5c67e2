package io.patchbay.http;

import io.patchbay.api.Policies;
import io.patchbay.api.Policies.Pagination.Kind;
import io.patchbay.common.Failure;
import io.patchbay.credential.Origin;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** One way through the pages of a list; knows what to ask for next, and when it is over. */
final class PageWalk {

  private static final String FROM = "pagination";

  private final PagePlan plan;
  private final BiPredicate<Call, Origin> mayGoTo;
  private final Set<UUID> seen = new HashSet<>();
  private Outgoing request;
  private @Nullable String position;
  private int page = 1;
  private int items;
  private @Nullable List<@Nullable Object> before;
  private @Nullable String cut;
  private boolean isOver;

  /**
   * Before the first page.
   *
   * @param mayGoTo whether the call's credential may be sent to another server
   */
  PageWalk(PagePlan plan, Outgoing first, BiPredicate<Call, Origin> mayGoTo) {
    this.plan = plan;
    this.mayGoTo = mayGoTo;
    this.request = started(first);
    seen.add(
        fingerprint(
            position == null ? request.address().origin() + request.address().path() : position));
  }

  /** What to send for the page that is next. */
  Outgoing request() {
    return request;
  }

  int page() {
    return page;
  }

  boolean isOver() {
    return isOver;
  }

  /** How far it came. */
  ApiResponse.Pages soFar() {
    return new ApiResponse.Pages(page, items, cut);
  }

  /** Whether a failed answer only says that there is no such page any more. */
  boolean endsWith(Answer answer) {
    return plan.isCounting() && page > 1 && (answer.hasStatus(404) || answer.hasStatus(416));
  }

  /** Nothing more is fetched. */
  void end() {
    isOver = true;
  }

  /**
   * Takes the items of a page that came, and finds the next one.
   *
   * @return absent when the answer is no page of a list
   * @throws CallRefused when an expression fails, or the next page is not to be fetched
   */
  @Nullable List<@Nullable Object> take(Call call, Answer answer) {
    var scope = PagePlan.scope(call, answer);
    var next = plan.isCounting() ? null : next(call, answer, scope);
    var isList = plan.isExplicit() || page > 1 || next != null;
    var found = plan.items(answer, scope, isList);
    if (found.isEmpty()) {
      isOver = true;
      return null;
    }
    var list = found.get();
    if (plan.isCounting()) {
      next = counted(scope, list);
    }
    if (next != null && !seen.add(fingerprint(next.position))) {
      cut = "Page %d leads back to one that was fetched; there may be more.".formatted(page);
      next = null;
    }
    if (isRepeated(list)) {
      cut = "Page %d is the same as the one before; it was taken as the end.".formatted(page);
      isOver = true;
      return List.of();
    }
    before = plan.isCounting() ? list : null;
    return kept(call, list, next);
  }

  private List<@Nullable Object> kept(Call call, List<@Nullable Object> list, @Nullable Next next) {
    var room = plan.maxItems() - items;
    items += Math.min(room, list.size());
    if (list.size() > room || (list.size() == room && next != null)) {
      cut =
          "Cut after %,d items (pagination.maxItems, %s)."
              .formatted(items, call.limits().setBy(p -> maxOf(p, true)));
      isOver = true;
      return List.copyOf(list.subList(0, room));
    }
    if (next != null && page == plan.maxPages()) {
      cut =
          "Cut after %,d pages (pagination.maxPages, %s)."
              .formatted(page, call.limits().setBy(p -> maxOf(p, false)));
      next = null;
    }
    isOver = next == null;
    if (next != null) {
      request = next.request;
      position = next.position;
      page++;
    }
    return list;
  }

  private static @Nullable Object maxOf(Policies policies, boolean ofItems) {
    var pagination = policies.pagination();
    return pagination == null ? null : ofItems ? pagination.maxItems() : pagination.maxPages();
  }

  /** A page beyond the last is the last one again in some APIs. */
  private boolean isRepeated(List<@Nullable Object> list) {
    return plan.isCounting() && !list.isEmpty() && list.equals(before);
  }

  private Outgoing started(Outgoing first) {
    var address = first.address();
    var given = QueryText.values(address.path());
    var size = plan.policy().size();
    var sizeParameter = plan.policy().sizeParameter();
    if (size != null && sizeParameter != null && !given.containsKey(sizeParameter)) {
      address = address.withQuery(sizeParameter, List.of(String.valueOf(size)), FROM);
    }
    if (plan.policy().kind() == Kind.LINK_HEADER || plan.policy().kind() == Kind.NEXT_LINK) {
      return first.withAddress(address);
    }
    var asked = given.get(plan.parameter());
    position = asked == null ? plan.start() : Scalars.text(asked);
    return position == null || asked != null
        ? first.withAddress(address)
        : first.withAddress(address.withQuery(plan.parameter(), List.of(position), FROM));
  }

  private @Nullable Next next(Call call, Answer answer, Map<String, @Nullable Object> scope) {
    return switch (plan.policy().kind()) {
      case LINK_HEADER ->
          LinkHeader.target(answer.headers().getOrDefault("link", ""), "next")
              .map(target -> linked(call, target))
              .orElse(null);
      case NEXT_LINK -> {
        var target = said(scope);
        yield target == null ? null : linked(call, target);
      }
      case CURSOR -> {
        var cursor = said(scope);
        yield cursor == null ? null : at(cursor);
      }
      case PAGE, OFFSET -> null;
    };
  }

  private @Nullable Next counted(Map<String, @Nullable Object> scope, List<?> list) {
    if (list.isEmpty()) {
      return null;
    }
    if (plan.next() != null) {
      var said = said(scope);
      if (said == null) {
        return null;
      }
      if (!said.equals("true")) {
        return at(said);
      }
    }
    var step = plan.policy().kind() == Kind.PAGE ? 1 : list.size();
    return at(number().add(BigDecimal.valueOf(step)).toPlainString());
  }

  private BigDecimal number() {
    try {
      return new BigDecimal(position == null ? "0" : position);
    } catch (NumberFormatException _) {
      throw CallRefused.configuration(
          "Pages are counted, but the parameter '%s' is '%s', which is no number."
              .formatted(plan.parameter(), position));
    }
  }

  /** What the expression says about the next page; nothing, false and empty text end the list. */
  private @Nullable String said(Map<String, @Nullable Object> scope) {
    var next = plan.next();
    if (next == null) {
      throw CallRefused.configuration(
          "The pagination does not say where the next %s is; give it 'next', for example response.body.next."
              .formatted(plan.policy().kind() == Kind.CURSOR ? "cursor" : "address"));
    }
    var value = next.evaluate(scope);
    if (!CustomizationValue.isThere(value)
        || Boolean.FALSE.equals(value)
        || (value instanceof List<?> list && list.isEmpty())) {
      return null;
    }
    var text = Scalars.text(value).strip();
    return text.isEmpty() ? null : text;
  }

  private Next at(String newPosition) {
    var address = request.address().withQuery(plan.parameter(), List.of(newPosition), FROM);
    return new Next(request.withAddress(address), newPosition);
  }

  private Next linked(Call call, String target) {
    var from = request.address();
    var resolved =
        RedirectTarget.of(from, target)
            .orElseThrow(() ->
                refused(
                    "The address of the next page, '%s', cannot be called."
                        .formatted(shortened(target))));
    var address = safe(from, resolved);
    if (!address.origin().equals(from.origin()) && !mayGoTo.test(call, address.origin())) {
      throw refused(
          "The next page is on another server, %s. It is fetched only if the credential of the API may be sent there: add %s to its origins."
              .formatted(address.origin(), address.origin()));
    }
    return new Next(request.withAddress(address), address.origin() + address.path());
  }

  /**
   * Behind a proxy APIs often believe that they are called by http; nothing leaves https for it.
   */
  private static Address safe(Address from, Address to) {
    var path = to.path();
    for (var pair : QueryText.pairs(path)) {
      if (QueryText.valueOf(pair).equals(SentRequest.MASK)) {
        path = QueryText.without(path, QueryText.nameOf(pair)); // a credential, which comes anew
      }
    }
    var isDowngraded =
        from.origin().scheme().equals("https")
            && to.origin().scheme().equals("http")
            && from.origin().host().equals(to.origin().host())
            && to.origin().port() == 80;
    return Address.of(isDowngraded ? from.origin() : to.origin(), path);
  }

  private static String shortened(String text) {
    return text.length() <= 200 ? text : text.substring(0, 200);
  }

  private CallRefused refused(String detail) {
    return new CallRefused(
        Failure.of(
            Failure.Kind.CONFIGURATION,
            "The next page is not fetched",
            "After page %d: %s".formatted(page, detail)));
  }

  /** Small, however long cursors are. */
  private static UUID fingerprint(String position) {
    return UUID.nameUUIDFromBytes(position.getBytes(StandardCharsets.UTF_8));
  }

  /** A page that may be fetched; its position tells it from others. */
  private record Next(Outgoing request, String position) {}
}
