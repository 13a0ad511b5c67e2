package io.patchbay.http;

import io.patchbay.testing.TestDatabase;

/** The real client for tests of other packages; it may call this machine. */
public final class TestApiClient {

  private TestApiClient() {}

  public static ApiClient on(TestDatabase database) {
    return new CallFixture(database).client;
  }
}
