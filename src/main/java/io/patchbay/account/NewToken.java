package io.patchbay.account;

import java.util.UUID;

/**
 * A new API token.
 *
 * @param token what clients send as a bearer token; shown this one time
 */
public record NewToken(UUID id, String name, String token) {

  @Override
  public String toString() {
    return "NewToken[" + id + ", " + name + "]";
  }
}
