package io.patchbay.flow;

import io.patchbay.api.ApiCatalog;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.ApiVersion;
import io.patchbay.api.DefinitionChanges;
import io.patchbay.api.Verb;
import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.common.AuditTrail;
import io.patchbay.common.ConflictException;
import io.patchbay.common.Ids;
import io.patchbay.common.InvalidException;
import io.patchbay.common.InvalidException.Problem;
import io.patchbay.common.NotFoundException;
import io.patchbay.common.Slug;
import io.patchbay.common.WorkspaceId;
import io.patchbay.credential.Auth;
import io.patchbay.flow.FlowProblem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The way in to flows: drafts that may be wrong, versions that may not. */
@Service
public class FlowService {

  private final FlowRepository repository;
  private final ApiCatalog apis;
  private final KeptSecrets secrets;
  private final DefinitionChanges changes;
  private final AuditTrail audit;
  private final Ids ids;

  FlowService(
      FlowRepository repository,
      ApiCatalog apis,
      KeptSecrets secrets,
      DefinitionChanges changes,
      AuditTrail audit,
      Ids ids) {
    this.repository = repository;
    this.apis = apis;
    this.secrets = secrets;
    this.changes = changes;
    this.audit = audit;
    this.ids = ids;
  }

  /** All flows that hold {@code q} anywhere; sorted by name. */
  public List<FlowSummary> list(Access access, @Nullable String q) {
    access.require(Role.VIEWER);
    return repository.list(access.workspace(), q);
  }

  /**
   * The flow as it is being drawn.
   *
   * @throws NotFoundException when there is none of that name
   */
  public FlowDraft get(Access access, String slug) {
    access.require(Role.VIEWER);
    return repository
        .find(access.workspace(), slug)
        .orElseThrow(() -> NotFoundException.of("flow", slug));
  }

  /**
   * Creates the flow of that name or replaces its draft. A draft need not be valid.
   *
   * @param expectedRevision the revision that the change is based on, 0 for "must be new"; null
   *     replaces whatever is there
   * @throws ConflictException when somebody else changed it in between
   */
  @Transactional
  public FlowDraft putDraft(
      Access access, String slug, Flow flow, @Nullable Long expectedRevision) {
    access.require(Role.EDITOR);
    Slug.check("slug", slug);
    checkReadable(flow);
    Optional<FlowDraft> there = repository.lock(access.workspace(), slug);
    long revision = there.map(FlowDraft::revision).orElse(0L);
    if (expectedRevision != null && revision != expectedRevision) {
      throw new ConflictException(
          expectedRevision == 0
              ? "There is a flow '%s' already; choose another name.".formatted(slug)
              : "Somebody else changed flow '%s' meanwhile. Load it again, then repeat your change."
                  .formatted(slug));
    }
    if (there.isEmpty()) {
      insert(access, slug, flow);
      audit.record(access, "created flow", slug, null);
    } else if (!there.get().flow().equals(flow)) {
      repository.updateDraft(there.get().id(), access.workspace(), flow, access.actor());
    }
    return get(access, slug);
  }

  /** Deletes the flow with its versions and the record of its runs; its webhooks stop at once. */
  @Transactional
  public void delete(Access access, String slug) {
    access.require(Role.EDITOR);
    repository.delete(get(access, slug).id());
    changes.bump();
    audit.record(access, "deleted flow", slug, null);
  }

  /** All that is wrong with the draft. */
  public List<FlowProblem> validate(Access access, String slug) {
    return validate(access, get(access, slug).flow());
  }

  /** All that is wrong with a flow that need not be kept. */
  public List<FlowProblem> validate(Access access, Flow flow) {
    access.require(Role.VIEWER);
    return FlowCheck.problems(flow, new WorkspaceApis(access.workspace()));
  }

  /**
   * Makes the draft the next version, which runs from now on.
   *
   * @throws InvalidException with the errors, when there are any
   * @throws ConflictException when a webhook address belongs to another flow
   */
  @Transactional
  public FlowVersion publish(Access access, String slug, @Nullable String note) {
    access.require(Role.EDITOR);
    FlowDraft draft =
        repository
            .lock(access.workspace(), slug)
            .orElseThrow(() -> NotFoundException.of("flow", slug));
    Flow flow = draft.flow();
    checkPublishable(access, flow);
    checkRoutes(access, draft);
    repository.publish(draft.id(), access.workspace(), flow, note, access.actor());
    try {
      repository.replaceRoutes(access.workspace(), draft.id(), flow);
    } catch (DuplicateKeyException e) {
      throw new ConflictException(
          "Another flow took a webhook address of this one just now. Choose another path.");
    }
    changes.bump();
    FlowVersion version = repository.versions(draft.id()).getFirst();
    audit.record(access, "published flow", slug, "version " + version.version());
    return version;
  }

  /** Takes the flow off the air; its draft and versions stay. */
  @Transactional
  public void unpublish(Access access, String slug) {
    access.require(Role.EDITOR);
    repository.unpublish(get(access, slug).id());
    changes.bump();
    audit.record(access, "took flow off the air", slug, null);
  }

  /** All published versions, the newest first. */
  public List<FlowVersion> versions(Access access, String slug) {
    return repository.versions(get(access, slug).id());
  }

  /**
   * The flow as it was published.
   *
   * @throws NotFoundException when there is no such version
   */
  public Flow version(Access access, String slug, int version) {
    return repository
        .version(get(access, slug).id(), version)
        .orElseThrow(() -> NotFoundException.of("version", version));
  }

  /** Makes the draft what a version was; the version that runs does not change. */
  @Transactional
  public FlowDraft restore(Access access, String slug, int version) {
    return putDraft(access, slug, version(access, slug, version), null);
  }

  private void checkPublishable(Access access, Flow flow) {
    List<Problem> errors = new ArrayList<>();
    for (FlowProblem problem : validate(access, flow)) {
      if (problem.severity() == Severity.ERROR) {
        String field = problem.field() == null ? "" : problem.field();
        String step = problem.step() == null ? "" : problem.step();
        errors.add(
            new Problem(
                step.isEmpty() || field.isEmpty() ? step + field : step + "." + field,
                problem.message()));
      }
    }
    if (!errors.isEmpty()) {
      throw new InvalidException(errors);
    }
  }

  private void checkRoutes(Access access, FlowDraft draft) {
    for (Trigger trigger : draft.flow().triggers()) {
      if (trigger instanceof Trigger.Webhook hook) {
        for (Verb verb : hook.verbs()) {
          repository
              .takenBy(access.workspace(), WebhookPath.shape(hook.path()), verb, draft.id())
              .ifPresent(other -> {
                throw new ConflictException(
                    "The webhook address %s /hooks/%s/%s belongs to flow '%s'. Choose another path."
                        .formatted(verb, access.workspaceSlug(), hook.path(), other));
              });
        }
      }
    }
  }

  private static void checkReadable(Flow flow) {
    List<Problem> problems = new ArrayList<>();
    if (!Flow.FORMAT.equals(flow.format())) {
      problems.add(
          new Problem(
              "format", "This is '%s'; '%s' is needed.".formatted(flow.format(), Flow.FORMAT)));
    }
    if (flow.name().isBlank()) {
      problems.add(new Problem("name", "Give the flow a name."));
    }
    if (flow.steps().stream().anyMatch(s -> s.id() == null)
        || flow.triggers().stream().anyMatch(t -> t.id() == null)) {
      problems.add(new Problem("steps", "Each trigger and step needs an id."));
    }
    if (flow.links().stream().anyMatch(l -> l.from() == null || l.to() == null)) {
      problems.add(new Problem("links", "Each link needs from and to."));
    }
    if (!problems.isEmpty()) {
      throw new InvalidException(problems);
    }
  }

  private void insert(Access access, String slug, Flow flow) {
    try {
      repository.insert(new FlowId(ids.next()), access.workspace(), slug, flow, access.actor());
    } catch (DuplicateKeyException e) {
      throw new ConflictException(
          "There is a flow '%s' already, made just now by somebody else.".formatted(slug));
    }
  }

  private final class WorkspaceApis implements ApiLookup {
    private final WorkspaceId workspace;

    WorkspaceApis(WorkspaceId workspace) {
      this.workspace = workspace;
    }

    @Override
    public boolean hasApi(String slug) {
      return apis.api(workspace, slug).isPresent();
    }

    @Override
    public boolean hasEnvironment(String name) {
      return apis.hasEnvironment(workspace, name);
    }

    @Override
    public Optional<String> credentialKind(String name) {
      return secrets.credentialKind(workspace, name);
    }

    @Override
    public boolean hasCertificate(String name) {
      return secrets.hasCertificate(workspace, name);
    }

    @Override
    public Optional<ApiMethod> method(String api, @Nullable String version, String method) {
      return apis.method(workspace, api, version, method);
    }

    @Override
    public Optional<Auth> auth(String api, @Nullable String version, String method) {
      return apis.auth(workspace, api, version, method);
    }

    @Override
    public List<ApiVersion> versions(String api) {
      return apis.versions(workspace, api);
    }
  }
}
