package io.patchbay.ui.shell;

import com.vaadin.flow.component.Component;

/**
 * A place to go to, in the command bar.
 *
 * @param sign what stands before it: an icon, a verb, a tile
 * @param text its name
 * @param where what it belongs to, shown at the right
 * @param path its path, without a slash at its start
 */
public record Command(Component sign, String text, String where, String path) {}
