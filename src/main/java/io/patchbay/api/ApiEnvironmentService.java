package io.patchbay.api;

import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.common.AuditTrail;
import io.patchbay.common.ConflictException;
import io.patchbay.common.InvalidException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What APIs do otherwise in environments: shown with what comes of it, and changed one by one. */
@Service
public class ApiEnvironmentService {

  private final Apis apis;
  private final ApiRepository repository;
  private final EnvironmentRepository environments;
  private final CredentialBinding credentials;
  private final DefinitionChanges changes;
  private final AuditTrail audit;

  ApiEnvironmentService(
      Apis apis,
      ApiRepository repository,
      EnvironmentRepository environments,
      CredentialBinding credentials,
      DefinitionChanges changes,
      AuditTrail audit) {
    this.apis = apis;
    this.repository = repository;
    this.environments = environments;
    this.credentials = credentials;
    this.changes = changes;
    this.audit = audit;
  }

  /**
   * What holds for an API: first without an environment, then in each one of the workspace, then in
   * those that only the API speaks of.
   */
  public List<EffectiveApi> effective(Access access, String ref) {
    access.require(Role.VIEWER);
    var api = apis.get(access.workspace(), ref);
    var there = environments.list(access.workspace());
    var all = new ArrayList<EffectiveApi>();
    all.add(EffectiveApi.of(api, null, true, ApiEnvironment.NONE, Map.of()));
    var others = new TreeSet<>(api.api().environments().keySet());
    for (var environment : there) {
      others.remove(environment.name());
      all.add(
          EffectiveApi.of(
              api,
              environment.name(),
              true,
              override(api, environment.name()),
              environment.variables()));
    }
    for (var name : others) {
      all.add(EffectiveApi.of(api, name, false, override(api, name), Map.of()));
    }
    return all;
  }

  /** What the API does otherwise in the environment; {@link ApiEnvironment#NONE} for nothing. */
  public ApiEnvironment get(Access access, String ref, String environment) {
    access.require(Role.VIEWER);
    return override(apis.get(access.workspace(), ref), environment);
  }

  /**
   * Says what the API does otherwise in an environment, from the next call on; nothing else of the
   * API changes.
   *
   * @param override {@link ApiEnvironment#NONE} to do nothing otherwise
   * @return the API's new revision
   * @throws InvalidException with all that is wrong
   */
  @Transactional
  public long put(Access access, String ref, String environment, ApiEnvironment override) {
    access.require(Role.EDITOR);
    var found = apis.own(access, ref);
    repository.lock(found.id());
    var api = apis.own(access, ref);
    var problems = ApiCheck.problems(api.api(), environment, override);
    if (!problems.isEmpty()) {
      throw new InvalidException(problems);
    }
    requireEnvironment(access, api, environment, override);
    var all = new LinkedHashMap<>(api.api().environments());
    if (override.equals(ApiEnvironment.NONE)) {
      all.remove(environment);
    } else {
      all.put(environment, override);
    }
    var changed = api.api().with(parts -> parts.environments = all);
    long revision = repository.update(api.id(), changed, access.actor());
    credentials.bind(access, changed, environment, override);
    changes.bump();
    audit.record(access, "changed API", ref, "environment " + environment);
    return revision;
  }

  /** What the workspace's own APIs say for an environment they say for another name from now on. */
  void rename(Access access, String name, String newName) {
    for (var summary : repository.list(access.workspace(), null)) {
      apis.find(access.workspace(), summary.slug())
          .filter(api -> api.share() == null && api.api().environments().containsKey(name))
          .ifPresent(api -> rename(access, api, name, newName));
    }
  }

  private void rename(Access access, StoredApi api, String name, String newName) {
    repository.lock(api.id());
    var all = new LinkedHashMap<String, ApiEnvironment>();
    api.api()
        .environments()
        .forEach((key, value) -> all.put(key.equals(name) ? newName : key, value));
    repository.update(api.id(), api.api().with(parts -> parts.environments = all), access.actor());
  }

  private void requireEnvironment(
      Access access, StoredApi api, String environment, ApiEnvironment override) {
    boolean isKnown =
        api.api().environments().containsKey(environment)
            || override.equals(ApiEnvironment.NONE)
            || environments.find(access.workspace(), environment).isPresent();
    if (!isKnown) {
      throw new ConflictException(
          "There is no environment '%s' in this workspace. Make it first.".formatted(environment));
    }
  }

  private static ApiEnvironment override(StoredApi api, String environment) {
    return api.api().environments().getOrDefault(environment, ApiEnvironment.NONE);
  }
}
