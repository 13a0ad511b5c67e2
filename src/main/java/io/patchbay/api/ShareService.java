package io.patchbay.api;

import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.common.AuditTrail;
import io.patchbay.common.ConflictException;
import io.patchbay.common.InvalidException;
import io.patchbay.common.InvalidException.Problem;
import io.patchbay.common.NotFoundException;
import io.patchbay.common.WorkspaceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the owner of an API does about other workspaces that may use it. */
@Service
public class ShareService {

  private static final int MOST_WORKSPACES = 500;

  private final Apis apis;
  private final ApiPartRepository parts;
  private final ApiUseRepository uses;
  private final ShareRepository shares;
  private final CredentialBinding credentials;
  private final DefinitionChanges changes;
  private final AuditTrail audit;

  ShareService(
      Apis apis,
      ApiPartRepository parts,
      ApiUseRepository uses,
      ShareRepository shares,
      CredentialBinding credentials,
      DefinitionChanges changes,
      AuditTrail audit) {
    this.apis = apis;
    this.parts = parts;
    this.uses = uses;
    this.shares = shares;
    this.credentials = credentials;
    this.changes = changes;
    this.audit = audit;
  }

  /** The workspaces whose name holds {@code q}, for editors to choose from; at most 500. */
  public List<ShareableWorkspace> workspaces(Access access, @Nullable String q) {
    access.require(Role.EDITOR);
    return shares.workspaces(access.workspace(), q, MOST_WORKSPACES);
  }

  /** With whom the API is shared, by name. */
  public List<Sharing> list(Access access, String ref) {
    access.require(Role.VIEWER);
    return shares.list(apis.own(access, ref).id());
  }

  /**
   * On which terms the API is shared with a workspace.
   *
   * @throws NotFoundException when it is not, whether there is such a workspace or not
   */
  public Sharing get(Access access, String ref, String workspace) {
    access.require(Role.VIEWER);
    return find(apis.own(access, ref), workspace);
  }

  /**
   * Shares an API, or changes the terms; these hold from the next call on.
   *
   * @throws InvalidException with all that is wrong
   */
  @Transactional
  public Sharing put(Access access, String ref, String workspace, ShareTerms terms) {
    access.require(Role.EDITOR);
    var api = apis.own(access, ref);
    check(api, terms);
    var other = other(access, workspace);
    shares.put(api.id(), other, terms, access.actor());
    if (terms.withCredential()) {
      // Before a guest's call could be the first one, which would say where it may be sent.
      credentials.bind(access, api.api());
    }
    changes.bump();
    audit.record(access, "shared API", ref, "with %s: %s".formatted(workspace, words(terms)));
    return get(access, ref, workspace);
  }

  /**
   * Which steps of that workspace's flows would stop, in drafts and live versions.
   *
   * @param terms the new terms; absent when nothing is shared any more
   */
  public List<ApiUse> stopping(
      Access access, String ref, String workspace, @Nullable ShareTerms terms) {
    access.require(Role.EDITOR);
    var api = apis.own(access, ref);
    find(api, workspace);
    var theirs = usesOf(api, workspace);
    if (terms == null) {
      return theirs;
    }
    check(api, terms);
    Set<String> allowed = new HashSet<>();
    parts.summaries(PartsOf.draft(api.id()), ref, null, Integer.MAX_VALUE).stream()
        .filter(method -> terms.allows(method.name(), method.verb()))
        .forEach(method -> allowed.add(method.name()));
    return theirs.stream().filter(use -> !allowed.contains(use.method())).toList();
  }

  /**
   * Shares no longer, from the next call on.
   *
   * @return the steps that stop, in drafts and live versions
   */
  @Transactional
  public List<ApiUse> revoke(Access access, String ref, String workspace) {
    access.require(Role.EDITOR);
    var api = apis.own(access, ref);
    find(api, workspace);
    var stopping = usesOf(api, workspace);
    shares.delete(api.id(), workspace);
    changes.bump();
    audit.record(access, "stopped sharing API", ref, "with " + workspace);
    return stopping;
  }

  private Sharing find(StoredApi api, String workspace) {
    return shares
        .find(api.id(), workspace)
        .orElseThrow(() ->
            new NotFoundException(
                "API '%s' is not shared with a workspace '%s'.".formatted(api.ref(), workspace)));
  }

  private List<ApiUse> usesOf(StoredApi api, String workspace) {
    return uses.uses(api.id()).stream().filter(use -> use.workspace().equals(workspace)).toList();
  }

  private WorkspaceId other(Access access, String workspace) {
    if (workspace.equals(access.workspaceSlug())) {
      throw new ConflictException("The API belongs to this very workspace; choose another one.");
    }
    return shares
        .workspace(workspace)
        .orElseThrow(() ->
            new InvalidException(
                "workspace", "There is no workspace '%s' to share with.".formatted(workspace)));
  }

  private void check(StoredApi api, ShareTerms terms) {
    var problems = new ArrayList<Problem>();
    if (terms.right() == Share.Right.EDIT && !terms.isWhole()) {
      problems.add(
          new Problem(
              "right",
              "Who may edit an API can undo limits on verbs and methods. Share it to use, or without limits."));
    }
    var there =
        terms.methods().isEmpty()
            ? Set.<String>of()
            : parts.summaries(PartsOf.draft(api.id()), api.slug(), null, Integer.MAX_VALUE).stream()
                .map(MethodSummary::name)
                .collect(Collectors.toSet());
    terms.methods().stream()
        .sorted()
        .filter(name -> !there.contains(name))
        .forEach(name ->
            problems.add(
                new Problem("methods", "API '%s' has no method '%s'.".formatted(api.ref(), name))));
    if (!problems.isEmpty()) {
      throw new InvalidException(problems);
    }
  }

  private static String words(ShareTerms terms) {
    return (terms.right() == Share.Right.EDIT ? "edit" : "use")
        + (terms.withCredential() ? ", with credential" : "")
        + (terms.verbs().isEmpty()
            ? ""
            : ", verbs "
                + terms.verbs().stream().map(Verb::name).sorted().collect(Collectors.joining(" ")))
        + (terms.methods().isEmpty()
            ? ""
            : ", methods " + terms.methods().stream().sorted().collect(Collectors.joining(" ")));
  }
}
