package io.patchbay.http;

import org.jspecify.annotations.Nullable;

/**
 * How an attempt to connect a credential ended, for the person who made it.
 *
 * @param workspace the workspace's name in addresses; absent when it is not known what the answer
 *     was for
 * @param credential the credential's name; absent alike
 * @param message plain text, one or two sentences; what a provider said is in it as it came
 */
public record ConnectOutcome(
    boolean isConnected, @Nullable String workspace, @Nullable String credential, String message) {

  static ConnectOutcome refused(String message) {
    return new ConnectOutcome(false, null, null, message);
  }
}
