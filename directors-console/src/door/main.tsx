import { arriveAt } from "../shared/arrival";
import { mount } from "../shared/mount";
import "../styles/stage.css";
import "../styles/company.css";
import "../styles/door.css";
import "../styles/performer.css";
import { DoorPage } from "./DoorPage";

mount(<DoorPage arrival={arriveAt("stage-door")} />);
