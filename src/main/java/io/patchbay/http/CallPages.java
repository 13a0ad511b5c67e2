package io.patchbay.http;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a list one at a time, each fetched when it is asked for and with the total time of a
 * call for itself; holds no page but the last one, so that a list of any length can be worked
 * through. The body of each is the list of its items. A page that fails is the last one. Used by
 * one thread at a time.
 */
public final class CallPages implements Iterator<ApiResponse> {

  private final Function<@Nullable PageWalk, Step> fetch;
  private @Nullable PageWalk walk;
  private boolean isOver;

  CallPages(Function<@Nullable PageWalk, Step> fetch) {
    this.fetch = fetch;
  }

  @Override
  public boolean hasNext() {
    return !isOver;
  }

  @Override
  public ApiResponse next() {
    if (isOver) {
      throw new NoSuchElementException("All pages were fetched");
    }
    var step = fetch.apply(walk);
    walk = step.walk();
    isOver = walk == null || walk.isOver() || !step.response().succeeded();
    return step.response();
  }

  /**
   * One page.
   *
   * @param walk where it stands now; absent when there are no pages
   */
  record Step(ApiResponse response, @Nullable PageWalk walk) {}
}
