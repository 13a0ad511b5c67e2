package io.patchbay.flow;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * An arrow from a port of a trigger or step to a port of a step.
 *
 * @param from id of the trigger or step that it leaves
 * @param fromPort {@code next} when left out; {@code error}, or a branch name
 * @param to id of the step that it enters
 * @param toPort {@code in} when left out; {@code customize} for the cable of a customization
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"from", "fromPort", "to", "toPort"})
public record Link(String from, @Nullable String fromPort, String to, @Nullable String toPort) {

  public static final String NEXT = "next";
  public static final String ERROR = "error";
  public static final String IN = "in";
  public static final String CUSTOMIZE = "customize";

  public Link {
    fromPort = NEXT.equals(fromPort) ? null : fromPort;
    toPort = IN.equals(toPort) ? null : toPort;
  }

  public static Link of(String from, String to) {
    return new Link(from, null, to, null);
  }

  public static Link of(String from, String fromPort, String to) {
    return new Link(from, fromPort, to, null);
  }

  public static Link customize(String from, String to) {
    return new Link(from, null, to, CUSTOMIZE);
  }

  /** The port that it leaves, never absent. */
  @JsonIgnore
  public String leaves() {
    return fromPort == null ? NEXT : fromPort;
  }

  /** The port that it enters, never absent. */
  @JsonIgnore
  public String enters() {
    return toPort == null ? IN : toPort;
  }

  /** Whether this is the cable of a customization. */
  @JsonIgnore
  public boolean isCable() {
    return CUSTOMIZE.equals(toPort);
  }
}
