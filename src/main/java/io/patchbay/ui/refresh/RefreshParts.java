package io.patchbay.ui.refresh;

import io.patchbay.importing.RefreshService;
import io.patchbay.ui.shell.Times;
import org.springframework.stereotype.Component;

/** What the pages about the source of an API work with. */
@Component
record RefreshParts(RefreshService refreshes, Times times) {}
