package io.patchbay.http;

/** Makes calls. */
public interface ApiClient {

  /**
   * Makes one call, with all its retries; blocks the (virtual) thread. An interrupt ends it early
   * as cancelled.
   *
   * @return the outcome, also of a call that failed: this method throws for bugs only
   */
  ApiResponse call(ApiRequest request);
}
