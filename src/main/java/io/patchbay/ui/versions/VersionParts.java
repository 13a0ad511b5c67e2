package io.patchbay.ui.versions;

import io.patchbay.api.ApiService;
import io.patchbay.api.ApiVersions;
import io.patchbay.change.FlowMoves;
import io.patchbay.change.VersionService;
import io.patchbay.ui.shell.Times;
import org.springframework.stereotype.Component;

/** What the pages about versions work with. */
@Component
record VersionParts(
    ApiService apis, ApiVersions kept, VersionService versions, FlowMoves moves, Times times) {}
