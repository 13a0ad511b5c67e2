package io.patchbay.rest;

import io.patchbay.common.Access;
import io.patchbay.flow.Flow;
import io.patchbay.flow.FlowProblem;
import io.patchbay.flow.FlowService;
import io.patchbay.flow.FlowSummary;
import io.patchbay.flow.FlowVersion;
import io.patchbay.flow.Trigger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
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

/** Documents of the format patchbay/flow@1, by slug: the draft and the published versions. */
@RestController
@RequestMapping("/api/v1/workspaces/{workspace}/flows")
class FlowController {

  private final FlowService flows;
  private final String publicUrl;

  FlowController(FlowService flows, @Value("${patchbay.public-url}") String publicUrl) {
    this.flows = flows;
    this.publicUrl = publicUrl;
  }

  record Validation(List<FlowProblem> problems) {}

  record PublishRequest(@Nullable String note) {}

  record Published(int version, List<WebhookAddress> webhooks) {}

  record WebhookAddress(String trigger, String url) {}

  @GetMapping
  Page<FlowSummary> list(Access access, @RequestParam @Nullable String q) {
    return Page.all(flows.list(access, q));
  }

  @GetMapping("/{flow}")
  ResponseEntity<Flow> get(Access access, @PathVariable String flow) {
    var draft = flows.get(access, flow);
    return Inputs.document(false, draft.revision(), draft.flow());
  }

  @PutMapping("/{flow}")
  ResponseEntity<Flow> put(
      Access access,
      @PathVariable String flow,
      @RequestBody Flow document,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false)
          @Nullable String ifNoneMatch) {
    var isNew = flows.list(access, null).stream().noneMatch(f -> f.slug().equals(flow));
    var expected = Inputs.expectedRevision(ifMatch, ifNoneMatch);
    var draft = flows.putDraft(access, flow, document, expected);
    return Inputs.document(isNew, draft.revision(), draft.flow());
  }

  @DeleteMapping("/{flow}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(Access access, @PathVariable String flow) {
    flows.delete(access, flow);
  }

  @PostMapping("/{flow}/validate")
  Validation validate(Access access, @PathVariable String flow) {
    return new Validation(flows.validate(access, flow));
  }

  @PostMapping("/{flow}/publish")
  Published publish(
      Access access,
      @PathVariable String flow,
      @RequestBody(required = false) @Nullable PublishRequest request) {
    var version = flows.publish(access, flow, request == null ? null : request.note);
    var published = flows.version(access, flow, version.version());
    return new Published(version.version(), webhooks(access, published));
  }

  @PostMapping("/{flow}/unpublish")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unpublish(Access access, @PathVariable String flow) {
    flows.unpublish(access, flow);
  }

  @GetMapping("/{flow}/versions")
  Page<FlowVersion> versions(Access access, @PathVariable String flow) {
    return Page.all(flows.versions(access, flow));
  }

  @GetMapping("/{flow}/versions/{version}")
  Flow version(Access access, @PathVariable String flow, @PathVariable int version) {
    return flows.version(access, flow, version);
  }

  @PostMapping("/{flow}/versions/{version}/restore")
  ResponseEntity<Flow> restore(
      Access access, @PathVariable String flow, @PathVariable int version) {
    var draft = flows.restore(access, flow, version);
    return Inputs.document(false, draft.revision(), draft.flow());
  }

  private List<WebhookAddress> webhooks(Access access, Flow flow) {
    return flow.triggers().stream()
        .filter(Trigger.Webhook.class::isInstance)
        .map(Trigger.Webhook.class::cast)
        .map(hook ->
            new WebhookAddress(
                hook.id(), publicUrl + "/hooks/" + access.workspaceSlug() + "/" + hook.path()))
        .toList();
  }
}
