package io.patchbay.api;

import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.common.AuditTrail;
import io.patchbay.common.ConflictException;
import io.patchbay.common.ForbiddenException;
import io.patchbay.common.NotFoundException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the published versions of APIs. Which number the next one gets is decided elsewhere. */
@Service
public class ApiVersions {

  private final ApiRepository repository;
  private final ApiVersionRepository versions;
  private final ApiUseRepository uses;
  private final Apis apis;
  private final DefinitionChanges changes;
  private final AuditTrail audit;

  ApiVersions(
      ApiRepository repository,
      ApiVersionRepository versions,
      ApiUseRepository uses,
      Apis apis,
      DefinitionChanges changes,
      AuditTrail audit) {
    this.repository = repository;
    this.versions = versions;
    this.uses = uses;
    this.apis = apis;
    this.changes = changes;
    this.audit = audit;
  }

  /** All versions, the newest first. */
  public List<ApiVersion> list(Access access, String ref) {
    access.require(Role.VIEWER);
    return versions.list(apis.get(access.workspace(), ref).id());
  }

  /**
   * The definition as it was published, without environments, which are not published. Who only
   * shares it gets the methods that may be called.
   *
   * @throws NotFoundException when there is no such version
   */
  public Api get(Access access, String ref, SemanticVersion version) {
    access.require(Role.VIEWER);
    var api = apis.get(access.workspace(), ref);
    var head = versions.head(api.id(), version).orElseThrow(() -> noSuchVersion(version));
    var of = new PartsOf(api.id(), version);
    var share = api.share();
    return OwnersPart.shown(apis.whole(head, of, share), share)
        .with(all -> {
          all.slug = api.slug();
          all.environments = Map.of();
        });
  }

  /**
   * What is being edited, whole.
   *
   * @throws ForbiddenException when the workspace may only use what is published
   */
  public StoredApi draft(Access access, String ref) {
    access.require(Role.VIEWER);
    requireDraft(access, ref);
    return apis.whole(apis.get(access.workspace(), ref));
  }

  /**
   * Lets pass who may see the draft.
   *
   * @throws ForbiddenException when the workspace may only use what is published
   */
  public void requireDraft(Access access, String ref) {
    access.require(Role.VIEWER);
    apis.requireEditable(apis.get(access.workspace(), ref));
  }

  /**
   * As {@link #draft}, kept from changes by others until the transaction ends.
   *
   * @throws ConflictException when somebody changed it since {@code expectedRevision}; null takes
   *     whatever is there
   */
  @Transactional
  public StoredApi lockedDraft(Access access, String ref, @Nullable Long expectedRevision) {
    access.require(Role.EDITOR);
    var api = apis.get(access.workspace(), ref);
    apis.requireEditable(api);
    long revision = repository.lock(api.id());
    if (expectedRevision != null && revision != expectedRevision) {
      throw new ConflictException(
          "Somebody else changed API '%s' meanwhile. Load it again, then publish it."
              .formatted(ref));
    }
    return draft(access, ref);
  }

  /**
   * Keeps the draft as a version, which calls take from now on.
   *
   * @param draft of {@link #lockedDraft}, in the same transaction
   * @param difference what differs from the version before, as JSON
   */
  @Transactional
  public ApiVersion publish(
      Access access,
      StoredApi draft,
      SemanticVersion number,
      @Nullable String note,
      String difference) {
    access.require(Role.EDITOR);
    var kept = apis.kept(access.workspace(), draft.ref().toString()).orElseThrow().api();
    var head = ApiRepository.head(kept).with(all -> all.environments = Map.of());
    versions.publish(draft.id(), number, head, note, difference, access.actor());
    changes.bump();
    audit.record(access, "published API", draft.ref().toString(), "version " + number);
    return versions.list(draft.id()).stream()
        .filter(version -> version.version().equals(number))
        .findFirst()
        .orElseThrow();
  }

  /** What differed from the version before when that one was published, as JSON. */
  public String difference(Access access, String ref, SemanticVersion version) {
    access.require(Role.VIEWER);
    return versions
        .changes(apis.get(access.workspace(), ref).id(), version)
        .orElseThrow(() -> noSuchVersion(version));
  }

  /** By which the workspace may use the API; empty when it is its own. */
  public Optional<Share> share(Access access, String ref) {
    access.require(Role.VIEWER);
    return Optional.ofNullable(apis.get(access.workspace(), ref).share());
  }

  /**
   * Says that a version should not be used any more, or that it may be.
   *
   * @param notice why, and what to take instead; null takes the notice back
   */
  @Transactional
  public void deprecate(
      Access access, String ref, SemanticVersion version, @Nullable String notice) {
    access.require(Role.EDITOR);
    var api = apis.get(access.workspace(), ref);
    apis.requireEditable(api);
    if (!versions.deprecate(api.id(), version, notice)) {
      throw noSuchVersion(version);
    }
    changes.bump();
    audit.record(
        access,
        notice == null ? "took back deprecation of API" : "deprecated API",
        ref,
        "version " + version);
  }

  /**
   * Deletes a version that no flow calls.
   *
   * @throws ConflictException naming the flows that do
   */
  @Transactional
  public void delete(Access access, String ref, SemanticVersion version) {
    access.require(Role.EDITOR);
    var api = apis.get(access.workspace(), ref);
    apis.requireEditable(api);
    repository.lock(api.id());
    var published = published(api);
    var calling =
        uses.uses(api.id()).stream()
            .filter(use -> VersionWish.means(use.version(), version, published))
            .toList();
    if (!calling.isEmpty()) {
      throw new ConflictException(
          "Version %s of API '%s' is called by %s. Move these to another version first."
              .formatted(version, ref, ApiService.flows(access, api, calling)));
    }
    if (!versions.delete(api.id(), version)) {
      throw noSuchVersion(version);
    }
    changes.bump();
    audit.record(access, "deleted API version", ref, "version " + version);
  }

  /**
   * The steps that call a version, because they ask for it or because it is the newest of those
   * that they take.
   *
   * @param version null for those that call the draft
   */
  public List<ApiUse> uses(Access access, String ref, @Nullable SemanticVersion version) {
    access.require(Role.VIEWER);
    var api = apis.get(access.workspace(), ref);
    var published = published(api);
    return visible(access, api).stream()
        .filter(use -> VersionWish.means(use.version(), version, published))
        .toList();
  }

  /** As {@link #uses}, of all published versions at once. */
  public Map<SemanticVersion, List<ApiUse>> usesByVersion(Access access, String ref) {
    access.require(Role.VIEWER);
    var api = apis.get(access.workspace(), ref);
    var published = published(api);
    var calling = visible(access, api);
    return published.stream()
        .collect(
            Collectors.toMap(
                version -> version,
                version ->
                    calling.stream()
                        .filter(use -> VersionWish.means(use.version(), version, published))
                        .toList()));
  }

  /** Who only shares an API sees the steps of its own flows. */
  private List<ApiUse> visible(Access access, StoredApi api) {
    return uses.uses(api.id()).stream()
        .filter(use -> api.share() == null || use.workspace().equals(access.workspaceSlug()))
        .toList();
  }

  private List<SemanticVersion> published(StoredApi api) {
    return versions.list(api.id()).stream().map(ApiVersion::version).toList();
  }

  private static NotFoundException noSuchVersion(SemanticVersion version) {
    return NotFoundException.of("version", version.toString());
  }
}
