package io.patchbay.importing;

import io.patchbay.common.InvalidException;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Follows references, within a document and to others. Opens nothing by itself: other documents
 * come from {@link Documents}, once each, and what cannot be had is told once.
 */
final class OpenApiDocuments {

  private static final int MOST_HOPS = 100;
  private static final int MOST_DOCUMENTS = 500;
  private static final int MOST_DETOURS = 1_000;

  private final SourceText main;
  private final Documents others;
  private final OpenApiFindings findings;
  private final Map<String, SourceText> loaded = new HashMap<>();
  private final Map<String, String> refused = new HashMap<>();
  private final Map<SourceText, OpenApiAnchors> anchors = new HashMap<>();

  /** References that were followed on the way to the one that is looked for. */
  private int detours;

  OpenApiDocuments(SourceText main, Documents others, OpenApiFindings findings) {
    this.main = main;
    this.others = others;
    this.findings = findings;
    loaded.put(main.name(), main);
  }

  /**
   * What stands at a place once references are followed; nothing when one leads nowhere or around
   * in a circle, which is added to the findings.
   */
  Optional<Spot> resolve(Spot spot) {
    Spot at = spot;
    Set<String> passed = new HashSet<>();
    for (String reference = at.reference(); reference != null; reference = at.reference()) {
      if (!passed.add(at.document().name() + " " + reference) || passed.size() > MOST_HOPS) {
        findings.leftOut(spot, "'%s' leads around in a circle.".formatted(reference));
        return Optional.empty();
      }
      Optional<Spot> next = locate(at, reference);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      at = next.get();
    }
    return Optional.of(at);
  }

  /** What a reference names, without going on from there. */
  Optional<Spot> locate(Spot from, String reference) {
    int hash = reference.indexOf('#');
    String address = hash < 0 ? reference : reference.substring(0, hash);
    String fragment = hash < 0 ? "" : reference.substring(hash + 1);
    detours = 0;
    Optional<Spot> byId = byId(from, address, fragment);
    if (byId.isPresent()) {
      return byId;
    }
    SourceText document = address.isEmpty() ? from.document() : document(from, address);
    if (document == null) {
      return Optional.empty();
    }
    Optional<Spot> found =
        fragment.isEmpty() || fragment.startsWith("/")
            ? walk(document, JsonPointer.segments(fragment), 0)
            : anchorsOf(document).anchor(JsonPointer.decode(fragment));
    if (found.isEmpty()) {
      findings.leftOutOften(
          from, "'%s' refers to something that is not there.".formatted(reference));
    }
    return found;
  }

  private Optional<Spot> byId(Spot from, String address, String fragment) {
    if (address.isEmpty() || !anchorsOf(from.document()).hasIds()) {
      return Optional.empty();
    }
    Optional<Spot> whole = anchorsOf(from.document()).id(address);
    return fragment.isEmpty() || whole.isEmpty()
        ? whole
        : walk(whole.get(), JsonPointer.segments(fragment), 0);
  }

  private Optional<Spot> walk(SourceText document, List<String> segments, int hops) {
    return walk(Spot.top(document), segments, hops);
  }

  /** A reference on the way is followed where the way does not go on otherwise. */
  private Optional<Spot> walk(Spot start, List<String> segments, int hops) {
    Spot at = start;
    for (String segment : segments) {
      Spot next = step(at, segment);
      String reference = at.reference();
      if (!next.isGiven() && reference != null && hops < MOST_HOPS && detours++ < MOST_DETOURS) {
        Optional<Spot> referred = walkReference(at, reference, hops + 1);
        next = referred.isEmpty() ? next : step(referred.get(), segment);
      }
      if (next.value().isMissingNode()) {
        return Optional.empty();
      }
      at = next;
    }
    return Optional.of(at);
  }

  private Optional<Spot> walkReference(Spot from, String reference, int hops) {
    int hash = reference.indexOf('#');
    String address = hash < 0 ? reference : reference.substring(0, hash);
    SourceText document = address.isEmpty() ? from.document() : document(from, address);
    String fragment = hash < 0 ? "" : reference.substring(hash + 1);
    return document == null || !(fragment.isEmpty() || fragment.startsWith("/"))
        ? Optional.empty()
        : walk(document, JsonPointer.segments(fragment), hops);
  }

  private static Spot step(Spot at, String segment) {
    JsonNode value = at.value();
    if (!value.isArray()) {
      return at.field(segment);
    }
    int index = segment.matches("[0-9]{1,9}") ? Integer.parseInt(segment) : -1;
    return new Spot(at.document(), at.path().field(segment), value.path(index));
  }

  private @Nullable SourceText document(Spot from, String address) {
    String name = relative(from.document().name(), address);
    SourceText known = loaded.get(name);
    if (known != null) {
      return known;
    }
    String problem = refused.get(name);
    if (problem == null) {
      problem = load(from.document().name(), address, name);
    }
    if (problem.isEmpty()) {
      return loaded.get(name);
    }
    refused.put(name, problem);
    findings.leftOutOften(from, "'%s' was not read: %s".formatted(address, problem));
    return null;
  }

  /** Empty when all went well. */
  private String load(String from, String address, String name) {
    if (loaded.size() >= MOST_DOCUMENTS) {
      return "the description refers to more than %d other documents.".formatted(MOST_DOCUMENTS);
    }
    try {
      Optional<SourceFile> file = others.find(from, address);
      if (file.isEmpty()) {
        return "there is no such document among those given. Import it along with this one.";
      }
      SourceText same = loaded.get(file.get().name());
      SourceText text = same == null ? SourceText.of(file.get()) : same;
      var _ = text.document();
      loaded.put(file.get().name(), text);
      loaded.put(name, text);
      return "";
    } catch (InvalidException e) {
      return e.problems().getFirst().message();
    }
  }

  private OpenApiAnchors anchorsOf(SourceText document) {
    return anchors.computeIfAbsent(document, OpenApiAnchors::of);
  }

  /** The name of a document that another one refers to, as far as names tell. */
  private static String relative(String from, String address) {
    try {
      return URI.create(from.replace(" ", "%20").replace("\\", "/"))
          .resolve(address.replace(" ", "%20").replace("\\", "/"))
          .normalize()
          .toString()
          .replace("%20", " ");
    } catch (IllegalArgumentException _) {
      return from + " " + address;
    }
  }

  SourceText main() {
    return main;
  }
}
