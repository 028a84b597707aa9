/** What every page shares: frame, texts, numbers, charts, and the view that renders a template. */
@NullMarked
package org.moei.console.layout;

import org.jspecify.annotations.NullMarked;
