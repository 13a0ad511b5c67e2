package io.patchbay.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * What was found on the way to an API, in the order in which a call meets it.
 *
 * @param url what was looked at, without query
 */
public record Diagnosis(String url, List<Finding> findings) {

  public Diagnosis {
    findings = List.copyOf(findings);
  }

  /** Whether a call would get through as far as this can tell. */
  public boolean ok() {
    return findings.stream().noneMatch(finding -> finding.state() == State.FAILED);
  }

  /** How a step went. */
  public enum State {
    OK,
    /** Worth knowing, but no obstacle. */
    WARNING,
    FAILED;

    /** The word in documents. */
    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One step of the way.
   *
   * @param step address, names, proxy, connect, tls, server certificate, client certificate or
   *     answer
   * @param text what was found, one or two sentences
   * @param details further lines, such as addresses or the certificates of a chain
   * @param durationMs milliseconds
   */
  public record Finding(
      String step,
      State state,
      String text,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> details,
      long durationMs) {

    public Finding {
      details = details == null ? List.of() : List.copyOf(details);
    }
  }
}
