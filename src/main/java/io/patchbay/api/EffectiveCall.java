package io.patchbay.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a call takes from elsewhere than its step, in the order in which it applies:
 * address, default headers, authentication, certificate, policies, customizations.
 *
 * @param parts what is overridden by a later one included
 */
public record EffectiveCall(List<Part> parts) {

  public EffectiveCall {
    parts = List.copyOf(parts);
  }

  /**
   * Works it out.
   *
   * @param api as the workspace sees it; needs no methods
   * @param settings what holds for the API in the environment of the call
   * @param nodes the customizations that are patched to the step, in the order of their cables
   */
  public static EffectiveCall of(
      Api api, ApiMethod method, EffectiveApi settings, List<Node> nodes) {
    return new EffectiveCall(new EffectiveParts(api, method, settings, nodes).all());
  }

  /** As above, without an environment. */
  public static EffectiveCall of(Api api, ApiMethod method, List<Node> nodes) {
    return of(api, method, EffectiveApi.withoutEnvironment(api), nodes);
  }

  /** The parts of one subject. */
  public List<Part> parts(Subject subject) {
    return parts.stream().filter(part -> part.subject() == subject).toList();
  }

  /**
   * A customization on the canvas.
   *
   * @param step the id of its node
   * @param label its name for people
   */
  public record Node(String step, String label, Customization customization) {}

  /** What a part is about. */
  public enum Subject {
    ADDRESS,
    HEADER,
    AUTH,
    CERTIFICATE,
    POLICY,
    CUSTOMIZATION
  }

  /** Where a part comes from, first to last. */
  public enum Level {
    /** What holds where nobody says anything. */
    PATCHBAY,
    API,
    /** The environment, or what the API does otherwise in it. */
    ENVIRONMENT,
    METHOD,
    FLOW
  }

  /**
   * One thing that a call takes from elsewhere.
   *
   * @param name of the header, of the policy, of the kind of auth, or of the customization
   * @param text its value, or what it does
   * @param step the id of the node that it comes from; absent when it comes from no node
   * @param customization that it comes from; absent when it comes from none
   * @param isOverridden whether a later part takes its place
   */
  public record Part(
      Subject subject,
      String name,
      String text,
      Level level,
      @Nullable String step,
      @Nullable Customization customization,
      boolean isOverridden) {

    Part overridden() {
      return new Part(subject, name, text, level, step, customization, true);
    }
  }
}
