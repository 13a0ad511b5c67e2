package io.patchbay.http;

import io.patchbay.common.Failure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fetches all pages of a list, each like a call of its own, and answers with all their items. */
final class Paginate implements CallInterceptor {

  private final CredentialChoice credentials;

  Paginate(CredentialChoice credentials) {
    this.credentials = credentials;
  }

  /** The way through the pages of a call; absent when it has none. */
  @Nullable PageWalk walk(Call call, Outgoing request) {
    return PagePlan.of(call)
        .map(plan -> new PageWalk(plan, request, credentials::mayGoTo))
        .orElse(null);
  }

  @Override
  public Answer intercept(Call call, Outgoing request, Next next) {
    var walk = walk(call, request);
    return walk == null ? next.proceed(call, request) : joined(call, walk, next);
  }

  private static Answer joined(Call call, PageWalk walk, Next next) {
    var all = new ArrayList<@Nullable Object>();
    long bytes = 0;
    Answer last = null;
    while (!walk.isOver()) {
      call.fetches(walk.page());
      var answer = next.proceed(call, walk.request());
      if (answer.failure() != null) {
        if (last == null || !walk.endsWith(answer)) {
          call.paged(walk.soFar());
          return failed(walk, answer);
        }
        walk.end();
        break;
      }
      bytes += answer.bodyBytes();
      if (bytes > call.limits().maxResponseBytes()) {
        return tooLarge(call, walk, answer);
      }
      var items = walk.take(call, answer);
      if (items == null) {
        return answer;
      }
      all.addAll(items);
      call.paged(new ApiResponse.Pages(fetched(call), all.size(), walk.soFar().cut()));
      last = answer;
    }
    if (last == null) {
      throw new IllegalStateException("The first page is always fetched");
    }
    return withItems(last, all, bytes);
  }

  /** One page by itself. */
  static Answer page(Call call, PageWalk walk, Answer answer) {
    if (answer.failure() != null) {
      if (!walk.endsWith(answer)) {
        return failed(walk, answer);
      }
      walk.end();
      return withItems(answer, List.of(), answer.bodyBytes());
    }
    var items = walk.take(call, answer);
    if (items == null) {
      return answer;
    }
    var cut = walk.soFar().cut();
    call.paged(new ApiResponse.Pages(fetched(call), items.size(), cut));
    return withItems(answer, items, answer.bodyBytes());
  }

  /** The answer of a page with these items as its body. */
  static Answer withItems(Answer page, List<@Nullable Object> items, long bytes) {
    return new Answer(
        page.status(),
        page.headers(),
        Collections.unmodifiableList(items),
        page.contentType(),
        bytes,
        null,
        page.outcome(),
        false);
  }

  private static int fetched(Call call) {
    var page = call.page();
    return page == null ? 1 : page;
  }

  /** Says which page it was; the first one needs no word. */
  static Answer failed(PageWalk walk, Answer answer) {
    var failure = answer.failure();
    if (failure == null || walk.page() == 1) {
      return answer;
    }
    return answer.withFailure(
        new Failure(
            failure.kind(),
            failure.title(),
            "Page %d of the list: %s".formatted(walk.page(), failure.detail()),
            failure.status(),
            failure.step()),
        false);
  }

  private static Answer tooLarge(Call call, PageWalk walk, Answer answer) {
    return answer.withFailure(
        Failure.of(
            Failure.Kind.UNREADABLE,
            "The list is too large",
            "With page %d its pages are together larger than the %,d bytes that one answer may have (maxResponseBytes, %s). Take fewer pages, or go through them one by one."
                .formatted(
                    walk.page(),
                    call.limits().maxResponseBytes(),
                    call.limits().setBy(p -> p.maxResponseBytes()))),
        false);
  }
}
