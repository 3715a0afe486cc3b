/* One file with a secretary's pages: they compress well together, and once it is there no line is needed to turn a page. */
export { default as today } from "./today";
export { default as roll } from "./roll";
export { default as numbers } from "./numbers";
export { default as pending } from "./pending";
export { default as hall } from "./hall";
export { default as reports } from "./reports";
export { default as report } from "./report";
export { default as absences } from "./absences";
export { default as below } from "./below";
export { default as phones } from "./phones";
export { default as incidents } from "./incidents";
