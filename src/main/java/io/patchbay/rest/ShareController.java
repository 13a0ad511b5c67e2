package io.patchbay.rest;

import io.patchbay.api.ApiUse;
import io.patchbay.api.ShareService;
import io.patchbay.api.ShareTerms;
import io.patchbay.api.ShareableWorkspace;
import io.patchbay.api.Sharing;
import io.patchbay.common.Access;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** With whom the owner of an API shares it. */
@RestController
@RequestMapping("/api/v1/workspaces/{workspace}")
class ShareController {

  private final ShareService shares;

  ShareController(ShareService shares) {
    this.shares = shares;
  }

  /** Steps of the other workspace that stop, in drafts and live versions. */
  record Stopping(List<ApiUse> stopping) {}

  /** The workspaces that an API can be shared with. */
  @GetMapping("/shareable-workspaces")
  Page<ShareableWorkspace> workspaces(Access access, @RequestParam @Nullable String q) {
    return Page.all(shares.workspaces(access, q));
  }

  @GetMapping("/apis/{api}/shares")
  Page<Sharing> list(Access access, @PathVariable String api) {
    return Page.all(shares.list(access, api));
  }

  @GetMapping("/apis/{api}/shares/{other}")
  Sharing get(Access access, @PathVariable String api, @PathVariable String other) {
    return shares.get(access, api, other);
  }

  /** Shares or changes the terms; with {@code ?dryRun=true} says what narrower terms would stop. */
  @PutMapping("/apis/{api}/shares/{other}")
  Object put(
      Access access,
      @PathVariable String api,
      @PathVariable String other,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestBody ShareTerms terms) {
    return dryRun
        ? new Stopping(shares.stopping(access, api, other, terms))
        : shares.put(access, api, other, terms);
  }

  /** Says what stops; with {@code ?dryRun=true} what would. */
  @DeleteMapping("/apis/{api}/shares/{other}")
  Stopping revoke(
      Access access,
      @PathVariable String api,
      @PathVariable String other,
      @RequestParam(defaultValue = "false") boolean dryRun) {
    return new Stopping(
        dryRun ? shares.stopping(access, api, other, null) : shares.revoke(access, api, other));
  }
}
