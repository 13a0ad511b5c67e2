package io.patchbay.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How a draft shall be published.
 *
 * @param note what is new, for those who use it
 * @param level how far the number counts up; by the changes when left out
 * @param lower whether a level below what the changes ask for is meant so
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record PublishWish(@Nullable String note, @Nullable Level level, boolean lower) {

  /** By the changes, without a note. */
  public static final PublishWish PLAIN = new PublishWish(null, null, false);
}
