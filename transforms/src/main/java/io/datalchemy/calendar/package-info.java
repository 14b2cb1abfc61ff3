/** On which days is business done? */
package io.datalchemy.calendar;
