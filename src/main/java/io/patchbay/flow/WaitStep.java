package io.patchbay.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets time pass. A run that does nothing but wait leaves the server's memory and survives its end.
 * Its output has {@code body}, when it went on, as ISO 8601 text.
 *
 * @param duration how long: text such as {@code 90s}, {@code 15m}, {@code 2h}, {@code 3d} or ISO
 *     8601 ({@code PT90S}), a number of seconds, or an expression that gives one of these
 * @param until when instead: ISO 8601 text with an offset, or an expression that gives it; a time
 *     that has passed does not wait
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record WaitStep(
    String id, @Nullable String name, @Nullable String duration, @Nullable String until)
    implements ActiveStep {

  /** The longest wait, in days. */
  public static final int MAX_DAYS = 366;

  @Override
  public String kind() {
    return "wait";
  }

  @Override
  public List<String> outPorts() {
    return List.of(Link.NEXT, Link.ERROR);
  }
}
