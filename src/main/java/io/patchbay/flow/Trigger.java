package io.patchbay.flow;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.patchbay.api.Verb;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What starts a flow. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Trigger.Webhook.class, name = "webhook"),
  @JsonSubTypes.Type(value = Trigger.Manual.class, name = "manual")
})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public sealed interface Trigger {

  /** Unique among the triggers and steps of the flow. */
  String id();

  /** The name for people; absent means the id. */
  @Nullable String name();

  /** The name of the kind in documents. */
  @JsonIgnore
  String kind();

  /** The name for people. */
  default String label() {
    String name = name();
    return name == null || name.isBlank() ? id() : name;
  }

  /**
   * A request to {@code /hooks/{workspace}/{path}}.
   *
   * @param path without a leading slash; segments may be {@code {param}}
   * @param verbs which verbs are taken; POST when left out
   * @param respond what the sender gets
   * @param maxBodyBytes greatest body; 1 MiB by default, 25 MiB at most
   * @param environment that its runs are in; none when left out
   */
  record Webhook(
      String id,
      @Nullable String name,
      String path,
      List<Verb> verbs,
      Respond respond,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer maxBodyBytes,
      @Nullable String environment)
      implements Trigger {

    /** Default of {@link #maxBodyBytes}. */
    public static final int DEFAULT_BODY_BYTES = 1024 * 1024;

    /** Greatest {@link #maxBodyBytes}. */
    public static final int MAX_BODY_BYTES = 25 * 1024 * 1024;

    public Webhook {
      path = path == null ? "" : path;
      verbs = verbs == null || verbs.isEmpty() ? List.of(Verb.POST) : List.copyOf(verbs);
      respond = respond == null ? Respond.RESULT : respond;
    }

    /** One that answers with the result, without further settings. */
    public static Webhook of(String id, @Nullable String name, String path, List<Verb> verbs) {
      return new Webhook(id, name, path, verbs, Respond.RESULT, null, null);
    }

    public Webhook withPath(String newPath) {
      return new Webhook(id, name, newPath, verbs, respond, maxBodyBytes, environment);
    }

    public Webhook withVerbs(List<Verb> newVerbs) {
      return new Webhook(id, name, path, newVerbs, respond, maxBodyBytes, environment);
    }

    public Webhook withRespond(Respond newRespond) {
      return new Webhook(id, name, path, verbs, newRespond, maxBodyBytes, environment);
    }

    public Webhook withMaxBodyBytes(@Nullable Integer newMaxBodyBytes) {
      return new Webhook(id, name, path, verbs, respond, newMaxBodyBytes, environment);
    }

    public Webhook withEnvironment(@Nullable String newEnvironment) {
      return new Webhook(id, name, path, verbs, respond, maxBodyBytes, newEnvironment);
    }

    @Override
    public String kind() {
      return "webhook";
    }

    public int bodyLimit() {
      return maxBodyBytes == null ? DEFAULT_BODY_BYTES : Math.min(maxBodyBytes, MAX_BODY_BYTES);
    }

    /** What the sender of a webhook gets. */
    public enum Respond {
      /** The answer of the flow's respond step, else the last output, in the request itself. */
      @JsonProperty("result")
      RESULT,
      /** 202 as soon as the run is committed. */
      @JsonProperty("accepted")
      ACCEPTED
    }
  }

  /** A person in the designer, or a call of the management API. */
  record Manual(String id, @Nullable String name) implements Trigger {

    @Override
    public String kind() {
      return "manual";
    }
  }
}
