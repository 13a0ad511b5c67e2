package io.patchbay.api;

import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.common.AuditTrail;
import io.patchbay.common.ConflictException;
import io.patchbay.common.InvalidException;
import io.patchbay.common.InvalidException.Problem;
import io.patchbay.common.NotFoundException;
import io.patchbay.common.Slug;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with the environments of a workspace. */
@Service
public class EnvironmentService {

  private static final int LONGEST_DESCRIPTION = 1_000;

  private final EnvironmentRepository repository;
  private final ApiEnvironmentService overrides;
  private final ObjectProvider<EnvironmentUsers> users;
  private final DefinitionChanges changes;
  private final AuditTrail audit;

  EnvironmentService(
      EnvironmentRepository repository,
      ApiEnvironmentService overrides,
      ObjectProvider<EnvironmentUsers> users,
      DefinitionChanges changes,
      AuditTrail audit) {
    this.repository = repository;
    this.overrides = overrides;
    this.users = users;
    this.changes = changes;
    this.audit = audit;
  }

  /** All environments in their order. */
  public List<Environment> list(Access access) {
    access.require(Role.VIEWER);
    return repository.list(access.workspace());
  }

  /**
   * One environment.
   *
   * @throws NotFoundException when there is none of that name
   */
  public Environment get(Access access, String name) {
    access.require(Role.VIEWER);
    return repository
        .find(access.workspace(), name)
        .orElseThrow(() -> NotFoundException.of("environment", name));
  }

  /**
   * Makes or changes an environment; what runs in it sees the change with its next call.
   *
   * @param expectedRevision the revision that the change is based on, 0 for "must be new"; null
   *     replaces whatever is there
   * @throws InvalidException with all that is wrong
   * @throws ConflictException when somebody else changed it in between
   */
  @Transactional
  public Environment put(
      Access access,
      String name,
      String description,
      Map<String, String> variables,
      @Nullable Long expectedRevision) {
    access.require(Role.EDITOR);
    check(name, description, variables);
    var wanted = new Environment(name, description.strip(), variables, 0);
    long revision = repository.lock(access.workspace(), name).orElse(0L);
    requireRevision(name, revision, expectedRevision);
    if (revision == 0) {
      insert(access, wanted);
    } else {
      repository.update(access.workspace(), wanted, access.actor());
    }
    changes.bump();
    audit.record(access, revision == 0 ? "created environment" : "changed environment", name, null);
    return get(access, name);
  }

  /**
   * Gives an environment another name; what APIs of the workspace say for it goes along.
   *
   * @throws ConflictException naming who names it, when somebody does, or when the name is taken
   */
  @Transactional
  public Environment rename(Access access, String name, String newName) {
    access.require(Role.EDITOR);
    Slug.check("name", newName);
    get(access, name);
    requireUnnamed(access, name);
    if (repository.find(access.workspace(), newName).isPresent()) {
      throw new ConflictException(
          "There is an environment '%s' already; choose another name.".formatted(newName));
    }
    repository.rename(access.workspace(), name, newName, access.actor());
    overrides.rename(access, name, newName);
    changes.bump();
    audit.record(access, "renamed environment", newName, "before: " + name);
    return get(access, newName);
  }

  /** Lists them in another order; names that are left out come last. */
  @Transactional
  public List<Environment> order(Access access, List<String> names) {
    access.require(Role.EDITOR);
    repository.order(access.workspace(), names);
    return list(access);
  }

  /**
   * Deletes an environment. What APIs say for it stays with them.
   *
   * @throws ConflictException naming who names it, when somebody does
   */
  @Transactional
  public void delete(Access access, String name) {
    access.require(Role.EDITOR);
    get(access, name);
    requireUnnamed(access, name);
    repository.delete(access.workspace(), name);
    changes.bump();
    audit.record(access, "deleted environment", name, null);
  }

  /** Who names the environment, for example {@code webhook 'in' of flow 'Orders'}. */
  public List<String> naming(Access access, String name) {
    access.require(Role.VIEWER);
    return users.stream().flatMap(user -> user.naming(access.workspace(), name).stream()).toList();
  }

  private void requireUnnamed(Access access, String name) {
    var naming = naming(access, name);
    if (!naming.isEmpty()) {
      throw new ConflictException(
          "Environment '%s' is named by %s. Choose another one there first."
              .formatted(name, String.join(", ", naming)));
    }
  }

  private void insert(Access access, Environment wanted) {
    try {
      repository.insert(access.workspace(), wanted, access.actor());
    } catch (DuplicateKeyException e) {
      throw new ConflictException(
          "There is an environment '%s' already, made just now by somebody else."
              .formatted(wanted.name()));
    }
  }

  private static void requireRevision(String name, long revision, @Nullable Long expected) {
    if (expected != null && revision != expected) {
      throw new ConflictException(
          expected == 0
              ? "There is an environment '%s' already; choose another name.".formatted(name)
              : "Somebody else changed environment '%s' meanwhile. Load it again, then repeat your change."
                  .formatted(name));
    }
  }

  private static void check(String name, String description, Map<String, String> variables) {
    Slug.check("name", name);
    var problems = new ArrayList<Problem>(Variables.problems("variables", variables, Set.of()));
    if (description.length() > LONGEST_DESCRIPTION) {
      problems.add(
          new Problem("description", "Use at most %,d characters.".formatted(LONGEST_DESCRIPTION)));
    }
    if (!problems.isEmpty()) {
      throw new InvalidException(problems);
    }
  }
}
