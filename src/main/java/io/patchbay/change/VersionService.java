package io.patchbay.change;

import io.patchbay.api.Api;
import io.patchbay.api.ApiService;
import io.patchbay.api.ApiUse;
import io.patchbay.api.ApiVersion;
import io.patchbay.api.ApiVersions;
import io.patchbay.api.MethodSummary;
import io.patchbay.api.SemanticVersion;
import io.patchbay.api.Share;
import io.patchbay.api.StoredApi;
import io.patchbay.api.VersionWish;
import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.common.ConflictException;
import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import io.patchbay.common.NotFoundException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The way in to published versions of APIs: numbers them by what changed, compares, restores. */
@Service
public class VersionService {

  private static final int LONGEST_TEXT = 4_000;

  /** Changes that are kept with a version; the whole difference can be had by comparing. */
  private static final int MOST_KEPT = 500;

  private final ApiVersions versions;
  private final ApiService apis;

  VersionService(ApiVersions versions, ApiService apis) {
    this.versions = versions;
    this.apis = apis;
  }

  /** All versions with how many steps call each, the newest first. */
  public List<VersionView> list(Access access, String ref) {
    var all = versions.list(access, ref);
    var newest = all.isEmpty() ? null : all.getFirst();
    var uses = versions.usesByVersion(access, ref);
    return all.stream()
        .map(version ->
            VersionView.of(
                version,
                version.equals(newest),
                uses.getOrDefault(version.version(), List.of()).size()))
        .toList();
  }

  /** The definition as it was published. */
  public Api get(Access access, String ref, String version) {
    access.require(Role.VIEWER);
    return versions.get(access, ref, number(access, ref, version));
  }

  /** The steps that call a version, or the draft. */
  public List<ApiUse> uses(Access access, String ref, String version) {
    access.require(Role.VIEWER);
    return versions.uses(
        access, ref, version.equals(VersionWish.DRAFT) ? null : number(access, ref, version));
  }

  /**
   * What differs between two versions, with the steps that call the first one.
   *
   * @param from a version or {@code draft}; null for the newest version
   * @param to a version or {@code draft}; null for the draft
   */
  public Comparison compare(Access access, String ref, @Nullable String from, @Nullable String to) {
    access.require(Role.VIEWER);
    var newest = newest(access, ref);
    String target = to == null ? VersionWish.DRAFT : to;
    if (from == null && newest == null) {
      read(access, ref, target);
      String next = target.equals(VersionWish.DRAFT) ? SemanticVersion.FIRST.toString() : null;
      return new Comparison(null, target, Level.NONE, next, List.of(), List.of());
    }
    String source = from == null ? String.valueOf(newest) : from;
    var changes = ApiDiff.between(read(access, ref, source), read(access, ref, target));
    var level = ApiDiff.level(changes);
    var calling = uses(access, ref, source);
    if (newest != null && target.equals(VersionWish.DRAFT) && source.equals(newest.toString())) {
      var next = level.after(newest);
      var touched = TouchedUses.of(changes, following(calling, next));
      return new Comparison(source, target, level, next.toString(), changes, touched);
    }
    var touched = TouchedUses.of(changes, calling);
    return new Comparison(source, target, level, null, changes, touched);
  }

  /** Those that take a version when it is published, without being moved. */
  private static List<ApiUse> following(List<ApiUse> uses, SemanticVersion next) {
    return uses.stream()
        .filter(use -> use.version() == null || VersionWish.matches(use.version(), next))
        .toList();
  }

  /**
   * Makes the draft the next version, which steps take from now on that name none or one that it
   * fits. The first is 1.0.0; each further one counts up by what changed, or by a level that is
   * asked for.
   *
   * @param expectedRevision the revision of the draft that is meant; null for whatever is there
   * @throws ConflictException when nothing changed, or somebody else changed it in between
   * @throws InvalidException when a level is asked for that is too low
   */
  @Transactional
  public Publication publish(
      Access access, String ref, PublishWish wish, @Nullable Long expectedRevision) {
    access.require(Role.EDITOR);
    checkLength("note", wish.note());
    var draft = versions.lockedDraft(access, ref, expectedRevision);
    var newest = newest(access, ref);
    if (newest == null) {
      var version = versions.publish(access, draft, SemanticVersion.FIRST, wish.note(), "[]");
      return new Publication(version, Level.NONE, List.of(), List.of());
    }
    var changes = ApiDiff.between(versions.get(access, ref, newest), draft.api());
    var level = ApiDiff.level(changes);
    if (level == Level.NONE) {
      throw new ConflictException(
          "API '%s' is as it was published in version %s; there is nothing to publish."
              .formatted(ref, newest));
    }
    var number = chosen(wish, level, newest).after(newest);
    var following = following(versions.uses(access, ref, newest), number);
    var version =
        versions.publish(access, draft, number, wish.note(), Json.write(worstFirst(changes)));
    return new Publication(version, level, changes, TouchedUses.of(changes, following));
  }

  /**
   * What differed from the version before when that one was published; at most 500, worst first.
   */
  public List<Change> changes(Access access, String ref, String version) {
    access.require(Role.VIEWER);
    var kept = versions.difference(access, ref, number(access, ref, version));
    var changes = List.of(Json.readDocument(kept, Change[].class));
    var share = versions.share(access, ref).orElse(null);
    return share == null ? changes : shown(changes, share, access, ref);
  }

  /** To another workspace: what it may call, and nothing of the owner's credentials. */
  private List<Change> shown(List<Change> changes, Share share, Access access, String ref) {
    var callable =
        apis.methods(access, ref, null).stream()
            .map(MethodSummary::name)
            .collect(Collectors.toSet());
    return changes.stream()
        .filter(change -> !change.where().equals("auth.credential"))
        .filter(change ->
            share.isWhole() || change.method() == null || callable.contains(change.method()))
        .map(change -> change.where().equals("auth") ? change.withoutValues() : change)
        .toList();
  }

  /**
   * Makes the draft what a version was; its environments stay, and what is published too.
   *
   * @param expectedRevision of the draft that is given up; null for whatever is there
   */
  @Transactional
  public StoredApi restore(
      Access access, String ref, String version, @Nullable Long expectedRevision) {
    access.require(Role.EDITOR);
    var published = versions.get(access, ref, number(access, ref, version));
    var draft = versions.lockedDraft(access, ref, expectedRevision);
    return apis.put(
        access,
        ref,
        published.with(parts -> {
          parts.environments = draft.api().environments();
          if (draft.share() != null) {
            parts.auth = draft.api().auth();
          }
        }),
        draft.revision());
  }

  /**
   * Says that a version should not be used any more; flows that use it go on.
   *
   * @param notice what to take instead; null takes the notice back
   */
  @Transactional
  public void deprecate(Access access, String ref, String version, @Nullable String notice) {
    access.require(Role.EDITOR);
    checkLength("notice", notice);
    if (notice != null && notice.isBlank()) {
      throw new InvalidException("notice", "Say why, and what to use instead.");
    }
    versions.deprecate(access, ref, number(access, ref, version), notice);
  }

  /**
   * Deletes a version.
   *
   * @throws ConflictException naming the flows, when flows call it
   */
  @Transactional
  public void delete(Access access, String ref, String version) {
    access.require(Role.EDITOR);
    versions.delete(access, ref, number(access, ref, version));
  }

  private static Level chosen(PublishWish wish, Level level, SemanticVersion newest) {
    Level asked = wish.level();
    if (asked == null) {
      return level;
    }
    if (asked == Level.NONE) {
      throw new InvalidException("level", "Choose major, minor or patch.");
    }
    if (asked.compareTo(level) < 0 && !wish.lower()) {
      throw new InvalidException(
          "level",
          "What changed asks for version %s. To publish it as %s all the same, send lower: true."
              .formatted(level.after(newest), asked.after(newest)));
    }
    return asked;
  }

  private static List<Change> worstFirst(List<Change> changes) {
    return changes.stream()
        .sorted(Comparator.comparing(Change::impact).reversed())
        .limit(MOST_KEPT)
        .toList();
  }

  private @Nullable SemanticVersion newest(Access access, String ref) {
    return versions.list(access, ref).stream().map(ApiVersion::version).findFirst().orElse(null);
  }

  private Api read(Access access, String ref, String version) {
    return version.equals(VersionWish.DRAFT)
        ? versions.draft(access, ref).api()
        : versions.get(access, ref, number(access, ref, version));
  }

  /** The number, or the newest version that a shorter one means. */
  private SemanticVersion number(Access access, String ref, String version) {
    return versions.list(access, ref).stream()
        .map(ApiVersion::version)
        .filter(each -> VersionWish.matches(version, each))
        .findFirst()
        .orElseThrow(() -> NotFoundException.of("version", version));
  }

  private static void checkLength(String field, @Nullable String text) {
    if (text != null && text.length() > LONGEST_TEXT) {
      throw new InvalidException(field, "Write at most %,d characters.".formatted(LONGEST_TEXT));
    }
  }
}
