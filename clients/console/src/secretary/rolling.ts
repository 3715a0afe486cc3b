/* A unit's figures in a class, read again whenever the class's counts move. */
import { useEffect, useRef } from "preact/hooks";
import { useRead, type Reading } from "../reading";
import { useLive } from "../stream";
import { readRoll, type Roll } from "./sitting";

const EVERY_SECONDS = 20; // where the stream does not come through
const CALM_MS = 2000; // a rush moves the counts many times a second

export function useRoll(session: string, unit: string): { roll: Reading<Roll>; isLive: boolean } {
  const roll = useRead((signal) => readRoll(session, unit, signal), [session, unit], EVERY_SECONDS);
  const { at, isConnected } = useLive(session);
  const timer = useRef(0);
  useEffect(() => {
    if (at === 0 || timer.current) return;
    timer.current = window.setTimeout(() => {
      timer.current = 0;
      roll.again();
    }, CALM_MS);
  }, [at]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return { roll, isLive: isConnected };
}
