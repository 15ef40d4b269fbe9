import { arriveAt } from "../shared/arrival";
import { mount } from "../shared/mount";
import "../styles/stage.css";
import "../styles/console.css";
import "../styles/script.css";
import { ConsolePage } from "./ConsolePage";

mount(<ConsolePage arrival={arriveAt("console")} />);
