package io.patchbay.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Waits until somebody calls its address, for example to approve: earlier steps and those beside it
 * see the address as {@code run.callbacks.<id>}. The first request counts; the run leaves the
 * server's memory meanwhile. Its output has {@code body}, {@code query} and {@code verb} of that
 * request.
 *
 * @param timeout how long, written as for {@link WaitStep#duration()}; {@code 7d} when left out.
 *     Then the run goes on at {@code timeout}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CallbackStep(String id, @Nullable String name, @Nullable String timeout)
    implements ActiveStep {

  /** The port for when nobody called in time. */
  public static final String TIMEOUT = "timeout";

  /** {@link #timeout} when left out. */
  public static final String DEFAULT_TIMEOUT = "7d";

  @Override
  public String kind() {
    return "callback";
  }

  @Override
  public List<String> outPorts() {
    return List.of(Link.NEXT, TIMEOUT, Link.ERROR);
  }
}
