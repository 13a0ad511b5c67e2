package io.patchbay.importing;

import io.patchbay.api.Api;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One API that was read, not kept yet.
 *
 * @param api complete, with a slug that is proposed; its base URL is the first server's
 * @param credential a secret that stood in the source; absent when there was none
 * @param issues what could not be taken as it stands
 */
public record ImportedApi(Api api, @Nullable CredentialDraft credential, List<ImportIssue> issues) {

  public ImportedApi {
    issues = List.copyOf(issues);
  }
}
