package io.patchbay.api;

import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.common.AuditTrail;
import io.patchbay.common.ConflictException;
import io.patchbay.common.Ids;
import io.patchbay.common.InvalidException;
import io.patchbay.common.NotFoundException;
import io.patchbay.common.Slug;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way in to whole definitions: checks rights, keeps documents that are right in themselves,
 * refuses to drop what flows use. {@link ApiEditing} changes them piece by piece.
 */
@Service
public class ApiService {

  /** Most methods in one answer of {@link #methods}. */
  public static final int MAX_METHODS = 5_000;

  /** Stands for the import page in addresses. */
  private static final String RESERVED = "import";

  private final ApiRepository repository;
  private final ApiPartRepository parts;
  private final ApiUseRepository uses;
  private final Apis apis;
  private final CredentialBinding credentials;
  private final DefinitionChanges changes;
  private final AuditTrail audit;
  private final Ids ids;

  ApiService(
      ApiRepository repository,
      ApiPartRepository parts,
      ApiUseRepository uses,
      Apis apis,
      CredentialBinding credentials,
      DefinitionChanges changes,
      AuditTrail audit,
      Ids ids) {
    this.repository = repository;
    this.parts = parts;
    this.uses = uses;
    this.apis = apis;
    this.credentials = credentials;
    this.changes = changes;
    this.audit = audit;
    this.ids = ids;
  }

  /**
   * All APIs of the workspace and those shared with it whose name, slug, address, owner or methods
   * hold {@code q}; sorted by name.
   */
  public List<ApiSummary> list(Access access, @Nullable String q) {
    access.require(Role.VIEWER);
    return repository.list(access.workspace(), q);
  }

  /**
   * The methods that hold {@code q} and may be called, of one API or of all, in their order; at
   * most {@link #MAX_METHODS}.
   */
  public List<MethodSummary> methods(Access access, @Nullable String ref, @Nullable String q) {
    return methods(access, ref, q, MAX_METHODS);
  }

  /** As {@link #methods(Access, String, String)}, but no more than {@code limit}. */
  public List<MethodSummary> methods(
      Access access, @Nullable String ref, @Nullable String q, int limit) {
    access.require(Role.VIEWER);
    if (ref == null) {
      return parts.visible(access.workspace(), q, limit);
    }
    var api = apis.get(access.workspace(), ref);
    var share = api.share();
    boolean isWhole = share == null || share.isWhole();
    return parts
        .summaries(apis.partsOf(api), api.ref().toString(), q, isWhole ? limit : MAX_METHODS)
        .stream()
        .filter(m -> share == null || share.allows(m.name(), m.verb()))
        .limit(limit)
        .toList();
  }

  /**
   * The API with all its methods and schemas, as this workspace gets it.
   *
   * @param ref its slug, or {@code owner:slug} for a shared one
   * @throws NotFoundException when there is none of that name
   */
  public StoredApi get(Access access, String ref) {
    return find(access, ref).orElseThrow(() -> NotFoundException.of("API", ref));
  }

  /** As {@link #get}, or nothing. */
  public Optional<StoredApi> find(Access access, String ref) {
    access.require(Role.VIEWER);
    return apis.find(access.workspace(), ref).map(apis::whole);
  }

  /**
   * Creates or replaces the API of that name.
   *
   * @param expectedRevision the revision that the change is based on, 0 for "must be new"; null
   *     replaces whatever is there
   * @throws InvalidException with all that is wrong with the document
   * @throws ConflictException when somebody else changed it in between
   */
  @Transactional
  public StoredApi put(Access access, String ref, Api api, @Nullable Long expectedRevision) {
    access.require(Role.EDITOR);
    var problems = ApiCheck.problems(api);
    if (!problems.isEmpty()) {
      throw new InvalidException(problems);
    }
    var there = apis.kept(access.workspace(), ref);
    TrustAll.guard(access, audit, ref, there.map(StoredApi::api).orElse(null), api);
    if (there.isPresent()) {
      replace(access, there.get(), api, expectedRevision);
    } else {
      create(access, ref, api, expectedRevision);
    }
    if (there.map(StoredApi::share).isEmpty()) {
      credentials.bind(access, api);
    }
    changes.bump();
    if (there.isPresent()) {
      audit.recordEdit(access, "changed API", ref);
    } else {
      audit.record(access, "created API", ref, null);
    }
    return get(access, ref);
  }

  /**
   * Deletes the API with its methods and versions.
   *
   * @throws ConflictException naming the flows, when flows call it
   */
  @Transactional
  public void delete(Access access, String ref) {
    access.require(Role.EDITOR);
    var api = apis.own(access, ref);
    var calling = uses.uses(api.id());
    if (!calling.isEmpty()) {
      throw new ConflictException(
          "API '%s' is called by %s. Take its steps out of there first."
              .formatted(ref, flows(access, api, calling)));
    }
    repository.delete(api.id());
    changes.bump();
    audit.record(access, "deleted API", ref, null);
  }

  /**
   * Which steps of which flows call it, in drafts and live versions; of one's own flows only, where
   * the API is another workspace's.
   */
  public List<ApiUse> uses(Access access, String ref) {
    access.require(Role.VIEWER);
    var api = apis.get(access.workspace(), ref);
    return uses.uses(api.id()).stream()
        .filter(use -> api.share() == null || use.workspace().equals(access.workspaceSlug()))
        .toList();
  }

  /**
   * Names flows for a message: those of other workspaces with their workspace, which only the owner
   * of the API gets to know.
   */
  static String flows(Access access, StoredApi api, List<ApiUse> calling) {
    return calling.stream()
        .map(use ->
            use.workspace().equals(access.workspaceSlug())
                ? "'%s'".formatted(use.flowName())
                : api.share() == null
                    ? "'%s' of workspace '%s'".formatted(use.flowName(), use.workspace())
                    : "flows of other workspaces")
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private void replace(Access access, StoredApi there, Api api, @Nullable Long expectedRevision) {
    apis.requireEditable(there);
    long revision = repository.lock(there.id());
    if (expectedRevision != null && revision != expectedRevision.longValue()) {
      throw new ConflictException(
          expectedRevision == 0
              ? "There is an API '%s' already; choose another name.".formatted(there.ref())
              : "Somebody else changed API '%s' meanwhile. Load it again, then repeat your change."
                  .formatted(there.ref()));
    }
    var share = there.share();
    if (share != null) {
      OwnersPart.checkMethods(
          there.api(), share, parts.methods(PartsOf.draft(there.id())), api.methods());
    }
    parts.replace(there.id(), api);
    repository.update(
        there.id(),
        share == null ? api : OwnersPart.merged(there.api(), share, api),
        access.actor());
  }

  private void create(Access access, String ref, Api api, @Nullable Long expectedRevision) {
    Slug.check("slug", ref);
    if (ref.equals(RESERVED)) {
      throw new InvalidException(
          "slug", "'%s' is the address of the import page; choose another name.".formatted(ref));
    }
    if (expectedRevision != null && expectedRevision != 0) {
      throw new ConflictException(
          "Somebody else deleted API '%s' meanwhile. Create it anew if it is needed."
              .formatted(ref));
    }
    var id = new ApiId(ids.next());
    try {
      repository.insert(id, access.workspace(), ref, api, access.actor());
    } catch (DuplicateKeyException e) {
      throw new ConflictException(
          "There is an API '%s' already, made just now by somebody else.".formatted(ref));
    }
    parts.replace(id, api);
  }
}
