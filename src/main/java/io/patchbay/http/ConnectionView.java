package io.patchbay.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an authorization code credential stands with its provider.
 *
 * @param connectedBy who consented last; absent when nobody did
 * @param scopes as granted
 * @param reason why to sign in again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConnectionView(
    State state,
    @Nullable String connectedBy,
    @Nullable Instant connectedAt,
    List<String> scopes,
    @Nullable String reason) {

  static final ConnectionView NONE =
      new ConnectionView(State.NOT_CONNECTED, null, null, List.of(), null);

  /** Whether calls can have tokens. */
  public enum State {
    /** Nobody consented yet, or somebody disconnected it. */
    @JsonProperty("notConnected")
    NOT_CONNECTED,
    @JsonProperty("connected")
    CONNECTED,
    /** The consent is of no use any more. */
    @JsonProperty("signInAgain")
    SIGN_IN_AGAIN
  }
}
