package io.patchbay.change;

import io.patchbay.api.Api;
import io.patchbay.api.Server;
import io.patchbay.common.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Merges what stands in an API besides its methods and schemas three ways. */
final class HeadMerge {

  private final TreeMerge trees;

  HeadMerge(Conflicts conflicts) {
    this.trees = new TreeMerge(conflicts);
  }

  /** The environments and the name in addresses are those of {@code mine} in any case. */
  Api merge(Api base, Api mine, Api theirs) {
    List<Server> servers = servers(base, mine, theirs);
    JsonNode merged = trees.fields("", head(base), head(mine), head(theirs), this::rule);
    return Json.convert(merged == null ? head(mine) : merged, Api.class)
        .with(parts -> {
          parts.slug = mine.slug();
          parts.environments = mine.environments();
          parts.servers = servers;
        });
  }

  private static JsonNode head(Api api) {
    return Json.toTree(
        api.with(parts -> {
          parts.slug = null;
          parts.environments = Map.of();
          parts.servers = List.of();
          parts.methods = List.of();
          parts.schemas = Map.of();
        }));
  }

  private TreeMerge.Rule rule(String field) {
    return switch (field) {
      case "auth" -> this::auth;
      case "customizations" -> trees::whole;
      default -> trees::deep;
    };
  }

  /** Settings of one kind mean nothing to another. */
  private @Nullable JsonNode auth(
      String where, @Nullable JsonNode base, @Nullable JsonNode mine, @Nullable JsonNode theirs) {
    boolean sameKind =
        mine != null && theirs != null && mine.path("kind").equals(theirs.path("kind"));
    return sameKind
        ? trees.deep(where, base, mine, theirs)
        : trees.whole(where, base, mine, theirs);
  }

  private List<Server> servers(Api base, Api mine, Api theirs) {
    JsonNode merged = trees.deep("servers", byUrl(base), byUrl(mine), byUrl(theirs));
    if (merged == null) {
      return mine.servers();
    }
    return merged.values().stream().map(server -> Json.convert(server, Server.class)).toList();
  }

  private static JsonNode byUrl(Api api) {
    Map<String, Server> servers = new LinkedHashMap<>();
    api.servers().forEach(server -> servers.putIfAbsent(server.url(), server));
    var object = JsonNodeFactory.instance.objectNode();
    servers.forEach((url, server) -> object.set(url, Json.toTree(server)));
    return object;
  }
}
