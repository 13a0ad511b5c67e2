package io.patchbay.http;

import io.patchbay.api.ApiCatalog;
import io.patchbay.api.ApiCheck;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.CallTarget;
import io.patchbay.api.NotCallableException;
import io.patchbay.api.StoredApi;
import io.patchbay.api.VersionWish;
import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.common.Ids;
import io.patchbay.common.InvalidException;
import io.patchbay.common.NotFoundException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Calls one method by hand, the very way that a run would, and remembers the last tries of each
 * method. It uses credentials, so it takes the right to run.
 */
@Service
public class TryService {

  /** How many tries of a method the history keeps. */
  public static final int KEPT = 20;

  private static final Duration PATIENCE = Duration.ofSeconds(100);

  private final ApiCatalog catalog;
  private final ApiClient client;
  private final LiveSecrets secrets;
  private final TryRepository repository;
  private final Ids ids;
  private final InstantSource clock;

  TryService(
      ApiCatalog catalog,
      ApiClient client,
      LiveSecrets secrets,
      TryRepository repository,
      Ids ids,
      InstantSource clock) {
    this.catalog = catalog;
    this.client = client;
    this.secrets = secrets;
    this.repository = repository;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Tries a method as it is kept.
   *
   * @param ref the API's slug, or {@code owner:slug}
   * @throws NotFoundException when there is no such API or method, or it may not be called
   * @throws InvalidException when there is no such environment
   */
  public TryOutcome attempt(Access access, String ref, String method, TryRequest request) {
    access.require(Role.OPERATOR);
    var api = api(access, ref);
    requireEnvironment(access, request);
    var version = request.version() == null ? usual(access, api) : request.version();
    return attempt(
        access,
        api,
        request,
        () -> catalog.target(access.workspace(), ref, version, method, request.environment()));
  }

  /**
   * Tries a method that is not kept yet, in the draft of its API.
   *
   * @throws InvalidException with all that is wrong with the method
   */
  public TryOutcome attempt(Access access, String ref, ApiMethod unsaved, TryRequest request) {
    access.require(Role.EDITOR);
    var api = api(access, ref);
    requireEnvironment(access, request);
    var problems = ApiCheck.problems(unsaved);
    if (!problems.isEmpty()) {
      throw new InvalidException(problems);
    }
    return attempt(
        access,
        api,
        request,
        () -> catalog.target(access.workspace(), ref, unsaved, request.environment()));
  }

  /** The last tries of a method in this workspace, the latest first. */
  public List<TryOutcome> history(Access access, String ref, String method) {
    access.require(Role.VIEWER);
    return repository.list(access.workspace(), api(access, ref).id(), method);
  }

  /** Forgets the tries of a method in this workspace. */
  public void forget(Access access, String ref, String method) {
    access.require(Role.OPERATOR);
    repository.delete(access.workspace(), api(access, ref).id(), method);
  }

  private TryOutcome attempt(
      Access access, StoredApi api, TryRequest request, Supplier<CallTarget> wanted) {
    CallTarget target;
    try {
      target = wanted.get();
    } catch (NotCallableException e) {
      throw new NotFoundException(String.valueOf(e.getMessage()));
    }
    var id = ids.next();
    var triedAt = clock.instant();
    var response =
        client.call(
            new ApiRequest(
                access.workspace(),
                target.credentials(),
                target.api(),
                target.method(),
                request.inputs(),
                request.body(),
                List.of(),
                Map.of("env", target.variables()),
                target.id(),
                id.toString(),
                PATIENCE));
    var version = target.version();
    var outcome =
        new TryOutcome(
            id,
            target.method().name(),
            triedAt,
            access.actor(),
            version == null ? VersionWish.DRAFT : version.toString(),
            request,
            List.of(),
            response,
            false);
    keep(access, api, target, outcome);
    return outcome;
  }

  private void keep(Access access, StoredApi api, CallTarget target, TryOutcome outcome) {
    var redactor = secrets.redactor(access.workspace());
    var kept = KeptTry.of(outcome, target.method(), redactor);
    repository.insert(access.workspace(), api.id(), kept);
    repository.keepLatest(access.workspace(), api.id(), kept.method(), KEPT);
  }

  /** Who edits tries what is being edited; anybody else what flows get. */
  private static @Nullable String usual(Access access, StoredApi api) {
    return access.allows(Role.EDITOR) && api.mayBeEdited() ? VersionWish.DRAFT : null;
  }

  private StoredApi api(Access access, String ref) {
    return catalog.api(access.workspace(), ref).orElseThrow(() -> NotFoundException.of("API", ref));
  }

  private void requireEnvironment(Access access, TryRequest request) {
    var name = request.environment();
    if (name != null && !catalog.hasEnvironment(access.workspace(), name)) {
      throw new InvalidException(
          "environment", "There is no environment '%s' in this workspace.".formatted(name));
    }
  }
}
