package io.patchbay.trigger;

/** A request that does not become a run; the response says why. */
class RefusedRequest extends Exception {

  private final transient WebhookResponse response;

  RefusedRequest(WebhookResponse response) {
    super("refused with status " + response.status());
    this.response = response;
  }

  RefusedRequest(int status, String title, String detail) {
    this(WebhookResponse.problem(status, title, detail, null));
  }

  WebhookResponse response() {
    return response;
  }
}
