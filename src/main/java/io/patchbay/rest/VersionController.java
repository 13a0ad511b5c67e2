package io.patchbay.rest;

import io.patchbay.api.Api;
import io.patchbay.api.ApiUse;
import io.patchbay.change.Change;
import io.patchbay.change.Comparison;
import io.patchbay.change.FlowMoves;
import io.patchbay.change.Moved;
import io.patchbay.change.Publication;
import io.patchbay.change.PublishWish;
import io.patchbay.change.VersionService;
import io.patchbay.change.VersionView;
import io.patchbay.common.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Published versions of an API, what differs between them, and which flows take which. */
@RestController
@RequestMapping("/api/v1/workspaces/{workspace}/apis/{api}")
class VersionController {

  private final VersionService versions;
  private final FlowMoves moves;

  VersionController(VersionService versions, FlowMoves moves) {
    this.versions = versions;
    this.moves = moves;
  }

  record Deprecation(@Nullable String notice) {}

  record MoveRequest(@Nullable String flow, @Nullable String step, @Nullable String version) {}

  @GetMapping("/versions")
  Page<VersionView> list(Access access, @PathVariable String api) {
    return Page.all(versions.list(access, api));
  }

  @GetMapping("/versions/{version}")
  Api get(Access access, @PathVariable String api, @PathVariable String version) {
    return versions.get(access, api, version);
  }

  @GetMapping("/versions/{version}/changes")
  Page<Change> changes(Access access, @PathVariable String api, @PathVariable String version) {
    return Page.all(versions.changes(access, api, version));
  }

  @GetMapping("/versions/{version}/used-by")
  Page<ApiUse> usedBy(Access access, @PathVariable String api, @PathVariable String version) {
    return Page.all(versions.uses(access, api, version));
  }

  @DeleteMapping("/versions/{version}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(Access access, @PathVariable String api, @PathVariable String version) {
    versions.delete(access, api, version);
  }

  @PutMapping("/versions/{version}/deprecation")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void deprecate(
      Access access,
      @PathVariable String api,
      @PathVariable String version,
      @RequestBody Deprecation deprecation) {
    String notice = deprecation.notice();
    versions.deprecate(access, api, version, notice == null ? "" : notice);
  }

  @DeleteMapping("/versions/{version}/deprecation")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void takeBackDeprecation(Access access, @PathVariable String api, @PathVariable String version) {
    versions.deprecate(access, api, version, null);
  }

  @PostMapping("/versions/{version}/restore")
  ResponseEntity<Api> restore(
      Access access,
      @PathVariable String api,
      @PathVariable String version,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    var draft = versions.restore(access, api, version, Inputs.expectedRevision(ifMatch, null));
    return Inputs.document(false, draft.revision(), draft.api());
  }

  @PostMapping("/publish")
  Publication publish(
      Access access,
      @PathVariable String api,
      @RequestBody(required = false) @Nullable PublishWish wish,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return versions.publish(
        access,
        api,
        wish == null ? PublishWish.PLAIN : wish,
        Inputs.expectedRevision(ifMatch, null));
  }

  @GetMapping("/diff")
  Comparison diff(
      Access access,
      @PathVariable String api,
      @RequestParam @Nullable String from,
      @RequestParam @Nullable String to) {
    return versions.compare(access, api, from, to);
  }

  @PostMapping("/move")
  Moved move(Access access, @PathVariable String api, @RequestBody MoveRequest request) {
    return moves.move(
        access,
        api,
        request.flow() == null ? "" : request.flow(),
        request.step(),
        request.version());
  }
}
