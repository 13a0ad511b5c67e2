package io.patchbay.api;

import java.util.List;

/**
 * An API that uses a credential, and who calls it.
 *
 * @param api how the workspace that asked names the API
 * @param uses steps that call it, in drafts and live versions
 */
public record CredentialUse(String api, List<ApiUse> uses) {

  public CredentialUse {
    uses = List.copyOf(uses);
  }
}
