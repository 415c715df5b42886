import type { EntityRef } from '@mlinfra/plugin-mlinfra-common';

type Listener = () => void;

const listeners = new Map<EntityRef, Set<Listener>>();

/**
 * Hears of refreshes that other cards of the same page have started, so that
 * all of them show what was collected.
 *
 * @returns how to stop listening
 */
export function onRefresh(entityRef: EntityRef, listener: Listener) {
  const heard = listeners.get(entityRef) ?? new Set();
  listeners.set(entityRef, heard.add(listener));
  return () => {
    heard.delete(listener);
    if (heard.size === 0) {
      listeners.delete(entityRef);
    }
  };
}

/** Tells everybody but the one who started it. */
export function announceRefresh(entityRef: EntityRef, starter: Listener) {
  listeners.get(entityRef)?.forEach(listener => {
    if (listener !== starter) {
      listener();
    }
  });
}
